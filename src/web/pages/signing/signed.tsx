import { Button, Card, Group, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { address } from "../../api/client.ts";
import { participationQuery } from "../../api/participation.ts";
import { Digest } from "../../shell/digest.tsx";
import { useFormat } from "../../words/format.ts";
import type { SigningAct } from "./consent.ts";

/** What was signed, when, of which digest, and what happens next. */
export function Signed({ agreement, party }: { agreement: Agreement; party: string }) {
  const { t } = useTranslation("signing");
  const { time, party: nameOf, list } = useFormat();
  const status = useQuery(participationQuery(agreement.id)).data;
  const own = agreement.parties.find(({ code }) => code === party);
  const signed = status?.participants.find((one) => one.party === party)?.signed;
  const { id, stage, sealed } = agreement;
  const waiting = agreement.parties.filter(
    (one) => !one.signed && !one.entitled && one.standing !== "declined",
  );
  const names = list(waiting.map(({ code, names }) => nameOf(code, names)));
  const kind = sealed ? "sealed" : "original";
  return (
    <Card withBorder padding="lg">
      <Stack>
        <Group gap="sm" wrap="nowrap">
          <ThemeIcon color="teal" radius="xl" size="lg">
            <IconCheck aria-hidden />
          </ThemeIcon>
          <div role="status">
            <Title order={2} size="h3">
              {t("signed.title")}
            </Title>
          </div>
        </Group>
        {own?.signed && (
          <Text>
            {signed && `${t(`as.${signed.as as SigningAct}`)} · `}
            <bdi>{nameOf(party, own.names)}</bdi> · {time(own.signed)}
          </Text>
        )}
        {signed && !signed.authorised && <Text fw={600}>{t("signed.unauthorised")}</Text>}
        <Digest label={t("signed.digest")} value={agreement.original ?? ""} />
        <Text>
          {stage === "sign.open" && waiting.length > 0 && t("signed.waits", { parties: names })}
          {(stage === "sign.sealing" || stage === "sign.sealFailed") && t("signed.sealing")}
          {sealed && t("signed.sealed")}
        </Text>
        <Group gap="sm">
          <Button renderRoot={(props) => <Link to="/agreements/$id" params={{ id }} {...props} />}>
            {t("toAgreement")}
          </Button>
          <Button
            component="a"
            variant="default"
            href={address(`/agreements/${id}/pdf?kind=${kind}`)}
            target="_blank"
          >
            {t(`open.${kind}`)}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
