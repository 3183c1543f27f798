import type { Basis, RelationStatement } from "#workflows/relations.ts";
import words from "../../templates/relations.json" with { type: "json" };
import { capital } from "./capital.ts";
import { formatDate } from "./format-date.ts";
import { isolate } from "./isolate.ts";
import { joinWords } from "./testimonium.ts";

const byKey: Record<string, Record<string, string>> = words;

/**
 * A statement on two parties in a language: whose reservation or declaration it is about, its effect, and why. English
 * for a language without words. Throws for a statement without words.
 */
export function relationWords(
  { key, values, effect, articles, reservation }: RelationStatement,
  language: string,
  nameOf: (code: string) => string,
): string {
  const fill = (of: string) => {
    const said = { ...values, what: whatOf(articles, language) };
    return capital(fillWords(of, said, { language, nameOf }), language);
  };
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
  return sentenceOf("what.articles", language).replace("{list}", articles.join(", "));
}

type Spoken = { language: string; nameOf: (code: string) => string };

function fillWords(
  key: string,
  values: Record<string, string>,
  { language, nameOf }: Spoken,
): string {
  const own = (code: string) => isolate(nameOf(code), language);
  return sentenceOf(key, language).replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (name === "party" || name === "other") return own(value);
    if (name === "parties") return joinWords(value.split(", ").map(own), language);
    if (name === "day" || name === "since")
      return isolate(formatDate(value, language) ?? value, language);
    return name === "what" ? value : isolate(value, language);
  });
}

function sentenceOf(key: string, language: string): string {
  const sentences = byKey[key];
  const sentence = sentences?.[language] ?? sentences?.en;
  if (sentence === undefined) throw new Error(`There are no words for ${key}.`);
  return sentence;
}
