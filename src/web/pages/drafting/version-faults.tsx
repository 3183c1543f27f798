import { Anchor, List } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Problem } from "../../api/problem.ts";
import { useFormat } from "../../words/format.ts";
import { useDesk } from "./desk.tsx";
import { goToRow, rowOfLine } from "./model/row-at.ts";
import { useSaveStatus } from "./use-draft.ts";

/** The faults that block saving a version, each linked to its place in the text. */
export function VersionFaults({ error, close }: { error: unknown; close: () => void }) {
  const { t } = useTranslation("drafting");
  const { languageName } = useFormat();
  const { draft, place } = useDesk();
  const { problems } = useSaveStatus(draft);
  if (!(error instanceof Problem) || error.status !== 422) return null;
  const all = Object.entries(problems).flatMap(([language, list]) =>
    list.map((problem) => ({ language, ...problem })),
  );
  const go = (language: string, line: number) => {
    const parts = draft.store.parts(language);
    const at = rowOfLine(parts, line);
    close();
    setTimeout(() => {
      goToRow(at);
      const id = parts[at]?.id;
      if (id) place.enter({ language, id });
    });
  };
  return (
    <List size="sm">
      {all.map(({ language, line, column, message }) => (
        <List.Item key={`${language}:${line}:${column}:${message}`}>
          <Anchor component="button" type="button" onClick={() => go(language, line)}>
            {t("problemAt", { language: languageName(language), line, message })}
          </Anchor>
        </List.Item>
      ))}
    </List>
  );
}
