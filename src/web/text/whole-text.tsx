import { useMemo } from "react";
import { headingOf, partsOf, readPart } from "#src/text/parts.ts";
import { slugsOf } from "#src/text/slug.ts";
import { ArticleText } from "./article-text.tsx";

/** A whole text as printed: title, preamble, articles, annexes. */
export function WholeText({ markdown, language }: { markdown: string; language: string }) {
  const parts = useMemo(() => readAll(markdown, language), [markdown, language]);
  const annexes = parts.filter(({ kind }) => kind === "annex").length;
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: an article is its place
    <ArticleText key={at} {...part} annexes={annexes} language={language} />
  ));
}

function readAll(markdown: string, language: string) {
  const parts = partsOf(markdown);
  const headings = parts.filter(({ kind }) => kind === "article").map((part) => part.markdown);
  const articleOf = slugsOf(headings.map(headingOf));
  const numbers = { head: 0, article: 0, annex: 0 };
  return parts.map(({ kind, markdown }) => {
    numbers[kind] += 1;
    const { heading, blocks } = readPart(markdown, { language, articleOf });
    return { kind, number: numbers[kind], heading, blocks };
  });
}
