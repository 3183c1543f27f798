import { Button, Checkbox, FileInput, Modal, Paper, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { compareTexts } from "#src/text/compare.ts";
import { parseText } from "#src/text/markdown.ts";
import { useAround } from "../../../text/around-text.tsx";
import { Redline } from "../../../text/redline.tsx";
import { useFormat } from "../../../words/format.ts";
import { useDesk } from "../desk.tsx";
import { ImportFindings } from "./import-findings.tsx";
import { ImportQuestions, isAnswered } from "./import-questions.tsx";
import { type ImportedDocument, importText } from "./import-text.ts";
import { maxFileBytes, TooLarge } from "./read/open-package.ts";
import type { Decisions } from "./read/settle.ts";

/**
 * Previews an import from Word: what was recognised, what must be decided, which parts are left out, and what changes.
 * The text changes only after all of this was shown.
 */
export default function ImportWord({ language, close }: { language: string; close: () => void }) {
  const { t } = useTranslation(["drafting", "shell"]);
  const { languageName } = useFormat();
  const { draft } = useDesk();
  const around = useAround();
  const read = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > maxFileBytes) throw new TooLarge();
      draft.store.flush();
      return importText(await file.arrayBuffer(), language, around);
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      size="xl"
      title={t("word.importTitle", { language: languageName(language) })}
      closeButtonProps={{ "aria-label": t("close", { ns: "shell" }) }}
    >
      <Stack>
        <FileInput
          label={t("word.file")}
          accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          onChange={(file) => file && read.mutate(file)}
          data-autofocus
        />
        <Text role="status" size="sm">
          {read.isPending ? t("word.reading") : ""}
        </Text>
        {read.error && (
          <Text c="red.9" role="alert">
            {t(read.error instanceof TooLarge ? "word.tooLarge" : "word.unread")}
          </Text>
        )}
        {read.data && (
          <Proposal key={read.submittedAt} document={read.data} language={language} close={close} />
        )}
      </Stack>
    </Modal>
  );
}

type ProposalProps = { document: ImportedDocument; language: string; close: () => void };

function Proposal({ document, language, close }: ProposalProps) {
  const { t } = useTranslation("drafting");
  const { draft, place, parties } = useDesk();
  const around = useAround();
  const codes = useMemo(() => parties.map(({ code }) => code), [parties]);
  const [decisions, setDecisions] = useState<Decisions>({});
  const [confirmed, setConfirmed] = useState(false);
  const { markdown, findings } = useMemo(() => document.text(decisions), [document, decisions]);
  const changes = useMemo(
    () =>
      compareTexts(draft.store.markdown(language), markdown, language, around).filter(
        (one) => one.change !== "same" || one.moved,
      ),
    [draft.store, language, markdown, around],
  );
  const ready = isAnswered(document.questions, decisions) && (findings.length === 0 || confirmed);
  const take = () => {
    place.enter(null);
    draft.store.replaceText(language, markdown);
    close();
  };
  return (
    <>
      <Text size="sm">{useSummary(markdown, language)}</Text>
      <ImportQuestions
        questions={document.questions}
        decisions={decisions}
        decide={(one) => {
          setDecisions({ ...decisions, ...one });
          setConfirmed(false);
        }}
      />
      <ImportFindings findings={findings} language={language} />
      {findings.length > 0 && (
        <Checkbox
          label={t("word.read.confirm")}
          checked={confirmed}
          onChange={(event) => setConfirmed(event.currentTarget.checked)}
        />
      )}
      {changes.length === 0 ? (
        <Text>{t("word.same")}</Text>
      ) : (
        <>
          <Text fw={600}>{t("word.changes")}</Text>
          {changes.map((article) => (
            <Paper key={`${article.from}:${article.to}`} withBorder p="md">
              <Redline article={article} language={language} codes={codes} order={3} onlyChanged />
            </Paper>
          ))}
          {!ready && <Text size="sm">{t("word.read.first")}</Text>}
          <Button disabled={!ready} onClick={take}>
            {t("word.take")}
          </Button>
        </>
      )}
    </>
  );
}

/** What was recognised: the title, and the number of articles, annexes and tables. */
function useSummary(markdown: string, language: string): string {
  const { t } = useTranslation("drafting");
  const { number } = useFormat();
  return useMemo(() => {
    const counted = countIn(markdown, language);
    return t("word.read.summary", {
      title: counted.title || t("word.read.noTitle"),
      articles: number(counted.articles),
      annexes: number(counted.annexes),
      tables: number(counted.tables),
    });
  }, [markdown, language, t, number]);
}

function countIn(markdown: string, language: string) {
  try {
    const { title, preamble, articles, annexes } = parseText(markdown, language);
    const blocks = [preamble, ...articles, ...annexes].flatMap((part) =>
      Array.isArray(part) ? part : part.blocks,
    );
    const tables = blocks.filter(({ kind }) => kind === "table").length;
    return { title, articles: articles.length, annexes: annexes.length, tables };
  } catch {
    // A text that does not parse yet, for example without a title, is counted by its marks.
    const count = (mark: RegExp) => markdown.match(mark)?.length ?? 0;
    return {
      title: "",
      articles: count(/^## /gm),
      annexes: count(/^# /gm),
      tables: count(/^\| -/gm),
    };
  }
}
