import { Badge, Card, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Participation } from "../../api/contract.d.ts";
import { useFormat } from "../../words/format.ts";

type Credential = Participation["participants"][number]["credentials"][number];

/** A document of authority: its kind, how far it is verified, and its restrictions. */
export function Paper({ paper }: { paper: Credential }) {
  const { t } = useTranslation(["representative", "agreement"]);
  const { day, list, number } = useFormat();
  const { kind, office, ending, verifiedBy, acts, issuedOn, validUntil, restrictions } = paper;
  const state = ending
    ? t(`agreement:credentialState.${ending.verdict as "rejected"}`)
    : verifiedBy.length > 1
      ? t("agreement:credentialState.verified")
      : t("agreement:verifiedByOne", { number: number(verifiedBy.length) });
  const color = ending ? "red" : verifiedBy.length > 1 ? "teal" : "orange";
  return (
    <Card withBorder padding="sm" component="article">
      <Group gap="xs">
        <Text fw={600}>
          {t(`agreement:choice.${kind}`)}
          {office && ` · ${t(`agreement:choice.${office as "delegate"}`)}`}
        </Text>
        <Badge variant="light" color={color} tt="none">
          {state}
        </Badge>
      </Group>
      <Text size="sm" dir="auto">
        <bdi>{paper.issuedBy}</bdi> · <bdi>{paper.signedBy}</bdi>
      </Text>
      <Text size="sm" c="dimmed">
        {t("paper.dates", {
          issued: day(issuedOn),
          until: validUntil ? day(validUntil) : t("agreement:noEnd"),
        })}
      </Text>
      <Text size="sm" c="dimmed">
        {list(acts.map((act) => t(`agreement:choice.${act as "sign"}`)))}
      </Text>
      {restrictions && <Text size="sm">{t("paper.restrictions", { words: restrictions })}</Text>}
      {ending && (
        <Text size="sm" dir="auto">
          {ending.reason}
        </Text>
      )}
    </Card>
  );
}
