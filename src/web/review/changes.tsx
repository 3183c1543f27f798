import { Badge, Group, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formsOf } from "../../text/forms.ts";
import type { ArticleChange } from "../api/contract.d.ts";
import { Empty } from "../shell/empty.tsx";
import { Sorry } from "../shell/sorry.tsx";
import { Waiting } from "../shell/waiting.tsx";
import { useFormat } from "../words/format.ts";
import type { Given } from "./given.ts";
import { placeOf } from "./place.ts";
import { comparisonQuery } from "./queries.ts";
import { Redline } from "./redline.tsx";
import classes from "./review.module.css";

const untouched = ({ change, moved }: ArticleChange) => change === "same" && !moved;

/** What changed between two versions, word by word, of two languages side by side. */
export function Changes({ agreement, view, from }: Given & { from: number }) {
  const { t } = useTranslation("review");
  const { number } = useFormat();
  const [all, setAll] = useState("changed");
  const tags = view.beside ? [view.language, view.beside] : [view.language];
  const compared = useQueries({
    queries: tags.map((language) => comparisonQuery(agreement.id, { from, to: view.to, language })),
  });
  const failed = compared.find(({ error }) => error)?.error;
  if (failed) return <Sorry error={failed} />;
  const [main, other] = compared.map(({ data }) => data);
  if (!main || compared.some(({ isPending }) => isPending)) return <Waiting />;
  const twin = (one: ArticleChange) =>
    other?.find(({ from, to }) => from === one.from && to === one.to);
  const isShown = (one: ArticleChange) => {
    const own = twin(one);
    return all === "all" || !untouched(one) || (own && !untouched(own));
  };
  const shown = main.filter(isShown);
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Text aria-live="polite">
          {t("between", { from: number(from), to: number(view.to) })}{" "}
          {t("articlesChanged", { count: main.filter((one) => !untouched(one)).length })}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t("whichArticles")}
          value={all}
          onChange={setAll}
          data={[
            { value: "changed", label: t("onlyChanged") },
            { value: "all", label: t("allArticles") },
          ]}
        />
      </Group>
      {shown.length === 0 && <Empty title={t("nothingChanged")} />}
      {shown.map((one) => (
        <section
          key={`${one.from}:${one.to}`}
          id={placeOf(one.to ?? -1)}
          tabIndex={-1}
          className={`${classes.row} ${other ? classes.two : ""}`}
          aria-label={one.heading || t("untitled")}
        >
          {[one, other && twin(one)].map(
            (article, at) =>
              article && <OneChange key={tags[at]} article={article} language={tags[at] ?? "en"} />,
          )}
        </section>
      ))}
    </Stack>
  );
}

function OneChange({ article, language }: { article: ArticleChange; language: string }) {
  const { t } = useTranslation("review");
  const { change, moved, to, from, paragraphs } = article;
  const number = to ?? from ?? 0;
  return (
    <div>
      <Group gap="xs" mb={4}>
        <Title order={2} size="h6" lang={number > 0 ? language : undefined}>
          {number > 0 ? formsOf(language).article(number) : t("untitled")}
        </Title>
        {change !== "same" && (
          <Badge size="sm" variant="light" tt="none">
            {t(`change.${change}`)}
          </Badge>
        )}
        {moved && (
          <Badge size="sm" variant="light" color="gray" tt="none">
            {t("moved")}
          </Badge>
        )}
      </Group>
      <Redline paragraphs={paragraphs} language={language} />
    </div>
  );
}
