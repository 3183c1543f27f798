import { Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ArticleChange } from "../../api/contract.d.ts";
import { comparisonQuery } from "../../api/versions.ts";
import { Empty } from "../../shell/empty.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Redline } from "../../text/redline.tsx";
import { useFormat } from "../../words/format.ts";
import { placeOf } from "./place.ts";
import classes from "./review.module.css";
import type { ReviewProps } from "./review-props.ts";

const VersionTerms = lazy(() => import("../../terms/version-terms.tsx"));

const untouched = ({ change, moved }: ArticleChange) => change === "same" && !moved;

/** The changes between two versions, word by word, in up to two languages side by side. */
export function Changes({ agreement, view, from }: ReviewProps & { from: number }) {
  const { t } = useTranslation("review");
  const { number } = useFormat();
  const [all, setAll] = useState("changed");
  const codes = agreement.parties.map(({ code }) => code);
  const tags = view.beside ? [view.language, view.beside] : [view.language];
  const compared = useQueries({
    queries: tags.map((language) => comparisonQuery(agreement.id, { from, to: view.to, language })),
  });
  const failed = compared.find(({ error }) => error)?.error;
  if (failed) return <ErrorAlert error={failed} />;
  const [main, other] = compared.map(({ data }) => data);
  if (!main || compared.some(({ isPending }) => isPending)) return <Loading />;
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
      <Suspense fallback={null}>
        <VersionTerms agreement={agreement.id} from={from} to={view.to} />
      </Suspense>
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
              article && (
                <Redline
                  key={tags[at]}
                  article={article}
                  language={tags[at] ?? "en"}
                  codes={codes}
                  order={2}
                />
              ),
          )}
        </section>
      ))}
    </Stack>
  );
}
