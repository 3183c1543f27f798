import { Badge, Card, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { participationQuery } from "../../api/participation.ts";
import { OpenAgreement } from "../../parties/open-agreement.tsx";
import Procedures from "../../parties/procedures.tsx";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";

type Props = { agreement: Agreement; party: string };

/** The standing of each party, and the restrictions of authority that were notified to all. */
export default function PartiesPart({ agreement, party }: Props) {
  const { t } = useTranslation(["representative", "agreement"]);
  const { party: nameOf, day } = useFormat();
  const status = useQuery(participationQuery(agreement.id)).data;
  const shown = agreement.parties.filter(({ code, entitled }) => !entitled || code === party);
  const restricted = (status?.participants ?? []).flatMap(({ party: code, credentials }) =>
    credentials
      .filter(({ restrictions, ending }) => restrictions && !ending)
      .map(({ id, restrictions }) => ({ id, code, restrictions })),
  );
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {shown.map(({ code, names, kind, state, as, signatory, approved, standing, signedOn }) => (
          <Card key={code} withBorder padding="sm" component="article">
            <Group gap="xs" justify="space-between">
              <Title order={2} size="h5">
                {nameOf(code, names)}
              </Title>
              {code === party && (
                <Badge variant="light" tt="none">
                  {t("yours")}
                </Badge>
              )}
            </Group>
            <Text size="xs" c="dimmed">
              {t(`agreement:partyKind.${as ?? kind}`, { state: state && nameOf(state) })}
            </Text>
            <Text size="sm">{t(`agreement:standing.${standing as "invited"}`)}</Text>
            {agreement.stage === "review.circulated" && (
              <Text size="sm" c="dimmed">
                {t(approved ? "hasApproved" : "notApproved")}
              </Text>
            )}
            <Text size="sm" c="dimmed">
              {signatory ? <Worded of={signatory.names} /> : t("agreement:nobody")}
            </Text>
            {signedOn && <Text size="sm">{t("signedOn", { day: day(signedOn) })}</Text>}
          </Card>
        ))}
      </SimpleGrid>
      <OpenAgreement agreement={agreement} />
      {restricted.length > 0 && (
        <section aria-labelledby="restricted">
          <Title order={2} size="h4" id="restricted" mb="xs">
            {t("restricted")}
          </Title>
          {restricted.map(({ id, code, restrictions }) => (
            <Text key={id}>
              <b>{nameOf(code)}</b>: <bdi>{restrictions}</bdi>
            </Text>
          ))}
        </section>
      )}
      <Procedures agreement={agreement.id} parties={agreement.parties} />
    </Stack>
  );
}
