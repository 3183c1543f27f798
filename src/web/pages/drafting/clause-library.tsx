import { Button, Modal, Paper, Select, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { readPart } from "#src/text/parts.ts";
import { ArticleText } from "../../text/article-text.tsx";
import { useFormat } from "../../words/format.ts";
import { useClauseTopic } from "./clause-topic.ts";
import { useDesk } from "./desk.tsx";
import type { Row } from "./model/draft-store.ts";
import { withBlanks } from "./model/with-blanks.ts";
import { templatesQuery } from "./new/queries.ts";

/** The clause library by topic. The chosen clause is inserted below an article in every language. */
export function ClauseLibrary({ after, close }: { after: Row; close: () => void }) {
  const { t } = useTranslation(["drafting", "shell"]);
  const { worded, language } = useFormat();
  const topicName = useClauseTopic();
  const { store } = useDesk().draft;
  const { data: templates = [] } = useQuery(templatesQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const clauses = useMemo(
    () => Object.assign({}, ...templates.map((template) => template.clauses)) as Clauses,
    [templates],
  );
  const [topic = "", name = ""] = chosen?.split("/") ?? [];
  const clause = clauses[topic]?.alternatives.find((one) => one.name === name);
  const shown = store.languages.includes(language) ? language : (store.languages[0] ?? "en");
  const article = clause && readPart(withBlanks(clause.texts[shown] ?? ""), unlinked(shown));
  return (
    <Modal
      opened
      onClose={close}
      title={t("library.title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("close", { ns: "shell" }) }}
    >
      <Stack>
        <Select
          label={t("library.choose")}
          searchable
          data-autofocus
          value={chosen}
          onChange={setChosen}
          data={Object.entries(clauses).map(([key, { alternatives }]) => ({
            group: topicName(key),
            items: alternatives.map((one) => ({
              value: `${key}/${one.name}`,
              label: worded(one.label),
            })),
          }))}
        />
        {clause && article && (
          <Paper withBorder p="md">
            <ArticleText
              kind="article"
              number={after.kind === "article" ? after.number + 1 : 1}
              heading={article.heading}
              blocks={article.blocks}
              language={shown}
            />
            <Text size="xs" c="dimmed">
              {clause.source}
            </Text>
          </Paper>
        )}
        <Button
          disabled={!clause}
          onClick={() => {
            const texts = Object.entries(clause?.texts ?? {}).map(([tag, text]) => [
              tag,
              withBlanks(text),
            ]);
            store.add(after, Object.fromEntries(texts));
            close();
          }}
        >
          {t("library.put")}
        </Button>
      </Stack>
    </Modal>
  );
}

type Clauses = Record<
  string,
  {
    alternatives: {
      name: string;
      label: Record<string, string>;
      source: string;
      texts: Record<string, string>;
    }[];
  }
>;

const unlinked = (language: string) => ({ language, articleOf: () => undefined });
