import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TermInWords, Terms } from "#src/text/terms-in-words.ts";
import classes from "./terms.module.css";
import { useTerms } from "./use-terms.ts";

type Article = (number: number) => ReactNode;
type Props = {
  terms: Terms;
  /** How many negotiate. */
  parties: number;
  /** The link to an article of the text. */
  article: Article;
};

/** The terms of an agreement: each with its name, a sentence, and the article that states it. */
export function TermsList({ terms, parties, article }: Props) {
  const { t } = useTranslation("terms");
  const { all, amended } = useTerms(parties);
  const changed = amended(terms);
  return (
    <>
      <Rows of={all(terms)} article={article} />
      {changed.length > 0 && (
        <section aria-labelledby="amended-terms">
          <Title order={3} size="h5" id="amended-terms" mt="md">
            {t("amended")}
          </Title>
          <Rows of={changed} article={article} />
        </section>
      )}
    </>
  );
}

function Rows({ of: rows, article }: { of: TermInWords[]; article: Article }) {
  return (
    <dl className={classes.list}>
      {rows.map(({ term, name, sentence, article: number }) => (
        <div key={term} className={classes.row}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" size="sm" m={0}>
            {sentence}{" "}
            {number !== null && <span className={classes.article}>{article(number)}</span>}
          </Text>
        </div>
      ))}
    </dl>
  );
}
