import { Group, Paper, Text, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../../api/agreement.ts";
import { type Spot, WarningCard } from "../../../checks/warning-card.tsx";
import { WarningList } from "../../../checks/warning-list.tsx";
import { Empty } from "../../../shell/empty.tsx";
import { useFormat } from "../../../words/format.ts";
import { useDesk } from "../desk.tsx";
import { goToRow, rowOfLine } from "../model/row-at.ts";
import { useSaveStatus } from "../use-draft.ts";
import { useChecks } from "./use-checks.ts";

type Stop = { key: string; language: string; at: number | null; message: string };
type Props = { agreement: Agreement; show: (language: string) => void };

/** What blocks the next version, and warnings about the current text, each linked to its places. */
export default function Checks({ agreement, show }: Props) {
  const { t } = useTranslation("drafting");
  const { language: reader, languageName } = useFormat();
  const { draft, place } = useDesk();
  const { problems } = useSaveStatus(draft);
  const warnings = useChecks(agreement, reader);
  const stops = Object.entries(problems).flatMap(([language, list]) =>
    list.map(({ line, column, message }): Stop => {
      const at = rowOfLine(draft.store.parts(language), line);
      return { key: `${language}:${line}:${column}:${message}`, language, at, message };
    }),
  );
  if (stops.length === 0 && warnings.length === 0) {
    return <Empty title={t("check.none")}>{t("check.noneText")}</Empty>;
  }
  const go = ({ language, article: at }: Spot) => {
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
    <WarningList
      warnings={warnings}
      before={stops.map(({ key, language, at, message }) => (
        <Paper key={key} component="li" withBorder p="xs" style={{ listStyle: "none" }}>
          <UnstyledButton
            w="100%"
            onClick={() => go({ language, article: at })}
            disabled={at === null}
          >
            <Group gap={6} mb={4}>
              <Text size="sm" fw={600} c="red.9">
                {t("check.stops")}
              </Text>
              <Text size="xs" c="dimmed">
                {languageName(language)}
              </Text>
            </Group>
            <Text size="sm" dir="auto">
              {message}
            </Text>
          </UnstyledButton>
        </Paper>
      ))}
      card={(warning, key) => (
        <WarningCard
          key={key}
          agreement={agreement}
          warning={warning}
          title={t(`check.${warning.rule}`)}
          go={go}
          saved={warning.saved}
        />
      )}
    />
  );
}
