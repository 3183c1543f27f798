import { Badge, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { useParties } from "../../parties/use-parties.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useFormat } from "../../words/format.ts";
import { answersQuery } from "./queries.ts";

const colors = { approval: "teal", "change-request": "orange", decline: "red" } as const;

/** Who has answered in this round, its deadline, and the reasons given in earlier rounds. */
export function RoundPanel({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("review");
  const { time, relative, number } = useFormat();
  const { nameOf } = useParties();
  const { id, parties, textVersion, respondBy, stage } = agreement;
  const { data = [], error } = useQuery(answersQuery(id));
  const current = data.filter(({ version }) => version === textVersion);
  return (
    <Stack gap="sm">
      <Title order={2} size="h5">
        {t("roundOf", { version: number(textVersion) })}
      </Title>
      <ErrorAlert error={error} />
      {stage === "review.circulated" && (
        <Text size="sm" c="dimmed">
          {respondBy
            ? t("until", { time: time(respondBy), relative: relative(respondBy) })
            : t("noEnd")}
        </Text>
      )}
      {parties.map(({ code, names }) => {
        const answer = current.find(({ party }) => party === code)?.answer;
        return (
          <Group key={code} justify="space-between" wrap="nowrap">
            <Text size="sm">{nameOf(code, names)}</Text>
            <Badge
              variant="light"
              tt="none"
              style={{ flexShrink: 0 }}
              color={answer ? colors[answer] : "gray"}
            >
              {t(`answer.${answer ?? "none"}`)}
            </Badge>
          </Group>
        );
      })}
      {data.some(({ reason }) => reason) && (
        <Title order={3} size="h6" mt="md">
          {t("reasons")}
        </Title>
      )}
      {data
        .filter(({ reason }) => reason)
        .map(({ party, version, at, answer, reason }) => (
          <div key={`${party}:${at}`}>
            <Text size="xs" c="dimmed">
              <bdi>{nameOf(party)}</bdi> · {t("version", { version: number(version) })} ·{" "}
              {t(`answer.${answer}`)} · {time(at)}
            </Text>
            <Text size="sm" dir="auto" style={{ whiteSpace: "pre-wrap" }}>
              {reason}
            </Text>
          </div>
        ))}
    </Stack>
  );
}
