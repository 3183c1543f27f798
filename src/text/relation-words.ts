import type { Basis, RelationStatement } from "#workflows/relations.ts";
import words from "../../templates/relations.json" with { type: "json" };
import { capital } from "./capital.ts";
import { fillSentence, type SentenceValue } from "./fill-sentence.ts";
import { isolate } from "./isolate.ts";
import type { Named } from "./party-forms.ts";
import { joinWords } from "./testimonium.ts";

const byKey: Record<string, Record<string, string>> = words;

/**
 * A statement on two parties in a language: whose reservation or declaration it is about, its effect, and why. English
 * for a language without words. Throws for a statement without words.
 */
export function relationWords(
  { key, values, effect, articles, reservation }: RelationStatement,
  language: string,
  nameOf: (code: string) => Named,
): string {
  const { party, other, parties, day, since } = values;
  const known: Record<string, SentenceValue> = {
    ...values,
    what: whatOf(articles, language),
    ...(party !== undefined && { party: nameOf(party) }),
    ...(other !== undefined && { other: nameOf(other) }),
    ...(parties !== undefined && { parties: parties.split(", ").map(nameOf) }),
    ...(day !== undefined && { day: { day } }),
    ...(since !== undefined && { since: { day: since } }),
  };
  const fill = (of: string) =>
    capital(fillSentence(sentenceOf(of, language), known, language), language);
  if (effect !== null) {
    return [fill("frame.reservation"), fill(`effect.${effect}`), fill(`rule.${key}`)].join(" ");
  }
  if (reservation !== null && key === "declared") {
    return [fill("frame.declaration"), fill(key)].join(" ");
  }
  return fill(key);
}

/** Where a rule comes from, in words. */
export function basisWords({ source, rule }: Basis, language: string): string {
  return sentenceOf(`basis.${source}`, language).replace("{rule}", isolate(rule, language));
}

function whatOf(articles: number[] | null, language: string): string {
  if (articles === null || articles.length === 0) return sentenceOf("what.whole", language);
  const list = joinWords(articles.map(String), language);
  return fillSentence(
    sentenceOf("what.articles", language),
    { count: articles.length, list },
    language,
  );
}

function sentenceOf(key: string, language: string): string {
  const sentences = byKey[key];
  const sentence = sentences?.[language] ?? sentences?.en;
  if (sentence === undefined) throw new Error(`There are no words for ${key}.`);
  return sentence;
}
