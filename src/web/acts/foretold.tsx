import { Alert, List, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ActName } from "../api/act-name.ts";
import type { Agreement } from "../api/agreement.ts";
import { api } from "../api/client.ts";
import { useParties } from "../parties/use-parties.ts";
import { useFormat } from "../words/format.ts";
import { useConsequenceLines } from "./consequence-lines.ts";

type Props = { agreement: Pick<Agreement, "id" | "version">; resource: ActName; body: unknown };

/** What an act would bring about as its form stands, before it is confirmed; nothing while the form is incomplete. */
export function Foretold({ agreement, resource, body }: Props) {
  const { t } = useTranslation("agreement");
  const { list } = useFormat();
  const { nameOf } = useParties();
  const linesOf = useConsequenceLines();
  const [asked] = useDebouncedValue(JSON.stringify(body), 400);
  const { data } = useQuery({
    queryKey: ["foretold", agreement.id, agreement.version, resource, asked],
    gcTime: 0,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: async () => {
      // A form's resource is one of the table of acts.
      const json = {
        resource: resource as "notices",
        body: JSON.parse(asked) as Record<string, unknown>,
      };
      const param = { id: agreement.id };
      return (await api.agreements[":id"].consequences.$post({ param, json })).json();
    },
  });
  if (!data || data.refusal?.code === "malformed-request") return null;
  const { consequence, refusal, relations, rule } = data;
  const lines = [
    ...(consequence ? linesOf(consequence) : []),
    ...relations.flatMap(({ parties, statements }) => {
      const pair = list(parties.map((code) => nameOf(code)));
      return statements.map(({ text, rule: basis }) => `${pair}: ${text} (${basis})`);
    }),
  ];
  if (lines.length === 0 && !refusal) return null;
  return (
    <Alert
      color={refusal ? "orange" : "blue"}
      title={t("foretold.title")}
      role="status"
      aria-live="polite"
    >
      {lines.length > 0 && (
        <List size="sm">
          {lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      )}
      {rule && lines.length > 0 && (
        <Text size="sm" mt="xs">
          {t("foretold.second")}
        </Text>
      )}
      {refusal && (
        <Text size="sm" mt={lines.length > 0 ? "xs" : 0}>
          {t("foretold.refused", { detail: refusal.detail })}
        </Text>
      )}
    </Alert>
  );
}
