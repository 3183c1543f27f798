import { Paper, Radio, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../words/format.ts";
import type { Questions } from "./read/questions.ts";
import type { Decisions } from "./read/settle.ts";

/** Whether every open question about the document was answered. */
export function isAnswered(questions: Questions, decisions: Decisions): boolean {
  return (
    (!questions.tracked || decisions.tracked !== undefined) &&
    (questions.struck.length === 0 || decisions.struck !== undefined) &&
    (questions.hidden.length === 0 || decisions.hidden !== undefined)
  );
}

type Props = {
  questions: Questions;
  decisions: Decisions;
  decide: (one: Decisions) => void;
};

/** Questions about the document: tracked changes, struck-through words, hidden words. Nothing is preselected. */
export function ImportQuestions({ questions, decisions, decide }: Props) {
  const { t } = useTranslation("drafting");
  const { list } = useFormat();
  const { tracked, struck, hidden } = questions;
  return (
    <>
      {tracked && (
        <Question
          label={t("word.read.tracked", {
            authors: tracked.authors.length > 0 ? list(tracked.authors) : t("word.read.someone"),
          })}
          words={[
            { label: t("word.read.added"), texts: tracked.inserted },
            { label: t("word.read.deleted"), texts: tracked.deleted },
          ]}
          note={tracked.reformatted > 0 ? t("word.read.reformatted") : ""}
          value={decisions.tracked}
          options={{ accept: t("word.read.accept"), reject: t("word.read.reject") }}
          choose={(value) => decide({ tracked: value })}
        />
      )}
      {struck.length > 0 && (
        <Question
          label={t("word.read.struck")}
          words={[{ label: t("word.read.theWords"), texts: struck }]}
          value={decisions.struck}
          options={{ leaveOut: t("word.read.leaveOut"), keep: t("word.read.keep") }}
          choose={(value) => decide({ struck: value })}
        />
      )}
      {hidden.length > 0 && (
        <Question
          label={t("word.read.hidden")}
          words={[{ label: t("word.read.theWords"), texts: hidden }]}
          value={decisions.hidden}
          options={{ leaveOut: t("word.read.leaveOut"), keep: t("word.read.keep") }}
          choose={(value) => decide({ hidden: value })}
        />
      )}
    </>
  );
}

type QuestionProps<T extends string> = {
  label: string;
  words: { label: string; texts: string[] }[];
  note?: string;
  value: T | undefined;
  options: Record<T, string>;
  choose: (value: T) => void;
};

const shown = 12;

function Question<T extends string>(props: QuestionProps<T>) {
  const { label, words, note, value, options, choose } = props;
  const { t } = useTranslation("drafting");
  const { number } = useFormat();
  return (
    <Paper withBorder p="md">
      <Radio.Group label={label} value={value ?? ""} onChange={(chosen) => choose(chosen as T)}>
        <Stack gap="xs" mt="xs">
          {words
            .filter(({ texts }) => texts.length > 0)
            .map(({ label, texts }) => (
              <Text size="sm" key={label}>
                {label}{" "}
                {texts.slice(0, shown).map((text, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the document does not change
                  <q key={at} dir="auto" style={{ marginInlineEnd: "0.5em" }}>
                    {text}
                  </q>
                ))}
                {texts.length > shown &&
                  t("word.read.andMore", {
                    count: texts.length - shown,
                    number: number(texts.length - shown),
                  })}
              </Text>
            ))}
          {note && <Text size="sm">{note}</Text>}
          {Object.entries<string>(options).map(([key, words]) => (
            <Radio key={key} value={key} label={words} />
          ))}
        </Stack>
      </Radio.Group>
    </Paper>
  );
}
