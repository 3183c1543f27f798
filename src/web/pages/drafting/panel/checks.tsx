import { Group, Paper, Stack, Text, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../../api/agreement.ts";
import { Empty } from "../../../shell/empty.tsx";
import { useFormat } from "../../../words/format.ts";
import { useDesk } from "../desk.tsx";
import { goToRow, rowOfLine } from "../model/row-at.ts";
import { useSaveStatus } from "../use-draft.ts";
import { useChecks } from "./use-checks.ts";

type CheckResult = {
  key: string;
  language: string;
  at: number | null;
  title: string;
  detail: string;
  source: string | null;
  stops: boolean;
};

type Props = { agreement: Agreement; show: (language: string) => void };

/** Warnings about the current text, each linked to its place. */
export default function Checks({ agreement, show }: Props) {
  const { t } = useTranslation("drafting");
  const { language: reader, languageName } = useFormat();
  const { draft, place } = useDesk();
  const { problems } = useSaveStatus(draft);
  const warnings = useChecks(agreement, reader);
  const stops = Object.entries(problems).flatMap(([language, list]) =>
    list.map(({ line, column, message }): CheckResult => {
      const at = rowOfLine(draft.store.parts(language), line);
      const key = `${language}:${line}:${column}:${message}`;
      const title = t("check.stops");
      return { key, language, at, title, detail: message, source: null, stops: true };
    }),
  );
  const others = warnings.map((warning, index): CheckResult => {
    const { rule, language, article, detail, source, paragraph } = warning;
    return {
      key: `${rule}:${language}:${article}:${paragraph}:${index}`,
      language,
      at: article,
      title: t(`check.${rule}`),
      detail,
      source,
      stops: false,
    };
  });
  const found = [...stops, ...others];
  if (found.length === 0) return <Empty title={t("check.none")}>{t("check.noneText")}</Empty>;
  const go = ({ language, at }: CheckResult) => {
    if (at === null) return;
    show(language);
    const id = draft.store.rows()[at]?.ids[language];
    // After the language is shown and a closing drawer has released the focus.
    setTimeout(() => {
      goToRow(at);
      if (id) place.enter({ language, id });
    }, 250);
  };
  return (
    <Stack gap="xs" component="ul" p={0} m={0}>
      {found.map((one) => (
        <Paper key={one.key} component="li" withBorder p="xs" style={{ listStyle: "none" }}>
          <UnstyledButton w="100%" onClick={() => go(one)} disabled={one.at === null}>
            <Group gap={6} mb={4}>
              <Text size="sm" fw={600} c={one.stops ? "red.9" : undefined}>
                {one.title}
              </Text>
              <Text size="xs" c="dimmed">
                {languageName(one.language)}
              </Text>
            </Group>
            <Text size="sm" dir="auto">
              {one.detail}
            </Text>
            {one.source && (
              <Text size="xs" c="dimmed" dir="auto">
                {one.source}
              </Text>
            )}
          </UnstyledButton>
        </Paper>
      ))}
    </Stack>
  );
}
