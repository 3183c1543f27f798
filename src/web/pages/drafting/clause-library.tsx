import { Button, Modal, Paper, Select, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { readPart } from "#src/text/parts.ts";
import { ArticleText } from "../../text/article-text.tsx";
import { useFormat } from "../../words/format.ts";
import { useClauseTopic } from "./clause-topic.ts";
import { ClauseValuesForm, errorOf } from "./clause-values-form.tsx";
import { useDesk } from "./desk.tsx";
import type { Row } from "./model/draft-store.ts";
import { type ClauseValues, clauseTerms, clauseTies, fillClause } from "./model/fill-clause.ts";
import type { Template } from "./new/description.ts";
import { templatesQuery } from "./new/queries.ts";
import type { Variables } from "./new/schema.ts";
import { ClauseEffect } from "./terms/clause-effect.tsx";

/**
 * The clause library by topic. The chosen clause is inserted below an article in every language, with its values, and
 * sets the terms that it states.
 */
export function ClauseLibrary({ after, close }: { after: Row; close: () => void }) {
  const { t } = useTranslation(["drafting", "shell"]);
  const { worded, language } = useFormat();
  const topicName = useClauseTopic();
  const { draft, terms, parties, reference } = useDesk();
  const { store } = draft;
  const { data: templates = [] } = useQuery(templatesQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const [values, setValues] = useState<ClauseValues>({});
  const clauses = useMemo(() => libraryOf(templates), [templates]);
  const [topic = "", name = ""] = chosen?.split("/") ?? [];
  const clause = clauses[topic]?.alternatives.find((one) => one.name === name);
  const shown = store.languages.includes(language) ? language : (store.languages[0] ?? "en");
  const properties = (clause?.variables as Variables | undefined)?.properties ?? {};
  const around = { reference, languages: store.languages, parties };
  const fill = (text: string, tag: string) => fillClause(text, tag, { properties, values, around });
  const article = clause && readPart(fill(clause.texts[shown] ?? "", shown), unlinked(shown));
  const set = clause ? clauseTerms(clause.terms, properties, values) : {};
  const faulty = Object.entries(properties).some(([key, one]) => errorOf(one, values[key]));
  const number = placeBelow(after, store.rows());
  const insert = () => {
    if (!clause) return;
    const texts = Object.entries(clause.texts).map(([tag, text]) => [tag, fill(text, tag)]);
    store.add(after, Object.fromEntries(texts));
    terms.set(set, clauseTies(topic, set, number));
    close();
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t("library.title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("close", { ns: "shell" }) }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          insert();
        }}
      >
        <Stack>
          <Select
            label={t("library.choose")}
            searchable
            data-autofocus
            value={chosen}
            onChange={(next) => {
              setChosen(next);
              setValues({});
            }}
            data={Object.entries(clauses).map(([key, { alternatives }]) => ({
              group: topicName(key),
              items: alternatives.map((one) => ({
                value: `${key}/${one.name}`,
                label: worded(one.label),
              })),
            }))}
          />
          <ClauseValuesForm
            properties={properties}
            values={values}
            write={(key, value) => setValues({ ...values, [key]: value })}
          />
          {clause && <ClauseEffect values={set} />}
          {clause && article && (
            <Paper withBorder p="md">
              <ArticleText
                kind="article"
                number={number}
                heading={article.heading}
                blocks={article.blocks}
                language={shown}
              />
              <Text size="xs" c="dimmed">
                {clause.source}
              </Text>
            </Paper>
          )}
          <Button type="submit" disabled={!clause || faulty}>
            {t("library.put")}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

/** The number of an article that is inserted below a row. */
function placeBelow({ kind, number }: Row, rows: Row[]): number {
  if (kind === "head") return 1;
  if (kind === "article") return number + 1;
  return rows.filter((row) => row.kind === "article").length + 1;
}

type Clauses = Template["clauses"];

/** The clauses of all templates by topic. A template allows some of them; here each can be chosen. */
function libraryOf(templates: Template[]): Clauses {
  const library: Clauses = {};
  for (const { clauses } of templates) {
    for (const [topic, choice] of Object.entries(clauses)) {
      const known = library[topic]?.alternatives ?? [];
      const more = choice.alternatives.filter(
        ({ name }) => !known.some((one) => one.name === name),
      );
      library[topic] = { ...choice, alternatives: [...known, ...more] };
    }
  }
  return library;
}

const unlinked = (language: string) => ({ language, articleOf: () => undefined });
