import { Alert } from "@mantine/core";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { readPart } from "#src/text/parts.ts";
import { ArticleText } from "../../text/article-text.tsx";
import { useDesk, useTextReading } from "./desk.tsx";
import type { DraftPart, Row } from "./model/draft-store.ts";

type Props = { part: DraftPart; row: Row; language: string };

/** An article as printed, with the faults that prevent printing. */
export const ReadArticle = memo(function ReadArticle({ part, row, language }: Props) {
  const { t } = useTranslation("drafting");
  const { parties } = useDesk();
  const reading = useTextReading(language);
  const { heading, blocks, faults } = useMemo(
    () => readPart(part.markdown, reading),
    [part.markdown, reading],
  );
  const codes = useMemo(() => parties.map(({ code }) => code), [parties]);
  return (
    <>
      <ArticleText
        kind={row.kind}
        number={row.number}
        annexes={2}
        heading={heading}
        blocks={blocks}
        language={language}
        codes={codes}
      />
      {faults.length > 0 && (
        <Alert color="orange" title={t("faults")} p="xs">
          {faults.map(({ detail }) => detail).join("; ")}
        </Alert>
      )}
    </>
  );
});
