import { Group, List, Select, Text, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { clockIn } from "#src/text/clock.ts";
import type { Agreement } from "../../api/agreement.ts";
import { api } from "../../api/client.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useFormat } from "../../words/format.ts";

type Props = { agreement: Agreement; parties: string[] };

/** Which provisions apply between two parties on a day, and why. Asks once both are chosen. */
export function RelationBetween({ agreement: { id, terms }, parties }: Props) {
  const { t } = useTranslation("reservations");
  const { day, line, language } = useFormat();
  const nameOf = usePartyName();
  const [one, setOne] = useState<string | null>(null);
  const [other, setOther] = useState<string | null>(null);
  const [on, setOn] = useState(clockIn(new Date().toISOString(), terms.zone).day);
  const isAsked = one !== null && other !== null && one !== other && on !== "";
  const { data, error } = useQuery({
    queryKey: ["relation", id, one, other, on, language],
    enabled: isAsked,
    queryFn: async () => {
      const param = { id, party: one ?? "", other: other ?? "" };
      const asked = api.agreements[":id"].relations[":party"][":other"];
      return (await asked.$get({ param, query: { on } })).json();
    },
  });
  const choices = (without: string | null) =>
    parties
      .filter((code) => code !== without)
      .map((code) => ({ value: code, label: nameOf(code) }));
  return (
    <section aria-labelledby="relation">
      <Title order={2} size="h4" id="relation" mb="xs">
        {t("pair.title")}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t("pair.lead")}
      </Text>
      <Group align="end" mb="sm">
        <Select
          label={t("pair.one")}
          searchable
          value={one}
          data={choices(other)}
          onChange={setOne}
        />
        <Select
          label={t("pair.other")}
          searchable
          value={other}
          data={choices(one)}
          onChange={setOther}
        />
        <TextInput
          label={t("pair.on")}
          type="date"
          value={on}
          onChange={({ currentTarget }) => setOn(currentTarget.value)}
        />
      </Group>
      <ErrorAlert error={error} />
      <div aria-live="polite">
        {isAsked && data && (
          <>
            <Text fw={600}>
              {line(
                t(`pair.state.${data.state}`),
                data.since && t("pair.since", { day: day(data.since) }),
              )}
            </Text>
            <List size="sm" withPadding spacing="xs">
              {data.statements.map(({ key, reservation, text, rule }) => (
                <List.Item key={`${key}:${reservation}`}>
                  {text}
                  <Text size="xs" c="dimmed">
                    {rule}
                  </Text>
                </List.Item>
              ))}
            </List>
          </>
        )}
      </div>
    </section>
  );
}
