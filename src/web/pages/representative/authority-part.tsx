import { Alert, List, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Act } from "../../acts/form.ts";
import { actOf } from "../../api/act.ts";
import type { Agreement } from "../../api/agreement.ts";
import { participationQuery } from "../../api/participation.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useFormat } from "../../words/format.ts";
import { ownParty } from "./asked.ts";
import { OwnActs } from "./own-acts.tsx";
import { Paper } from "./paper.tsx";

const acts: readonly Act[] = [
  "designate",
  "present-credentials",
  "clear-signature",
  "revoke-credentials",
];

/** The party's signatory, their authority, and what is still missing. */
export default function AuthorityPart({
  agreement,
  party,
}: {
  agreement: Agreement;
  party: string;
}) {
  const { t } = useTranslation("representative");
  const { worded } = useFormat();
  const status = useQuery(participationQuery(agreement.id));
  const own = ownParty(agreement, party);
  const papers = status.data?.participants.find((one) => one.party === party)?.credentials ?? [];
  const missing = missingOf(agreement, party);
  return (
    <Stack gap="lg">
      <ErrorAlert error={status.error} />
      <section aria-labelledby="authority">
        <Title order={2} size="h4" id="authority" mb="xs">
          {t("authority.title")}
        </Title>
        <Text>
          {own?.signatory
            ? t("authority.signatory", {
                name: worded(own.signatory.names),
                title: worded(own.signatory.titles),
              })
            : t("authority.nobody")}
        </Text>
        {missing.length > 0 ? (
          <Alert color="orange" mt="sm" title={t("authority.missing")}>
            <List>
              {missing.map((one) => (
                <List.Item key={one}>{t(`authority.lacks.${one}`)}</List.Item>
              ))}
            </List>
          </Alert>
        ) : (
          <Text mt="xs">{t("authority.complete")}</Text>
        )}
      </section>
      {papers.length > 0 && (
        <section aria-labelledby="papers">
          <Title order={2} size="h4" id="papers" mb="xs">
            {t("authority.papers")}
          </Title>
          <Stack gap="sm">
            {papers.map((paper) => (
              <Paper key={paper.id} paper={paper} />
            ))}
          </Stack>
        </section>
      )}
      <section aria-labelledby="authority-acts">
        <Title order={2} size="h4" id="authority-acts" mb="xs">
          {t("authority.acts")}
        </Title>
        <OwnActs agreement={agreement} party={party} only={(act) => acts.includes(act)} />
      </section>
    </Stack>
  );
}

type Missing = "signatory" | "papers" | "verification" | "clearance";

function missingOf(agreement: Agreement, party: string): Missing[] {
  const own = ownParty(agreement, party);
  if (!own || own.signed) return [];
  const asked = agreement.terms.authority !== "dispensed";
  const toClear = agreement.terms.clearance && actOf(agreement, "clear-signature")?.allowed;
  return [
    ...(own.signatory ? [] : (["signatory"] as const)),
    ...(asked && ["invited", "credentials.rejected"].includes(own.standing)
      ? (["papers"] as const)
      : []),
    ...(asked && own.standing === "credentials.pending" ? (["verification"] as const) : []),
    ...(toClear ? (["clearance"] as const) : []),
  ];
}
