import type { StatedTerm } from "#workflows/terms.ts";
import words from "../../../templates/term-differences.json" with { type: "json" };
import { isolate } from "../isolate.ts";
import { languageIn } from "../languages.ts";
import { nameOfText } from "../testimonium.ts";
import type { Difference } from "./terms-unlike-words.ts";
import { valueWords } from "./value-words.ts";

type Words = {
  sentences: Record<string, string>;
  terms: Record<StatedTerm, string>;
  values: Record<string, string>;
  periods: Record<string, Record<string, string>>;
};

const byLanguage: Record<string, Words> = words;

/** What of a difference is said, as found or as kept. */
type Told = Omit<Difference, "kind" | "found" | "paragraph"> & { kind: string };

/**
 * A difference in one sentence or two, in a language that letters are written in; English for any other. Numbers are
 * figures: "Article 14 of the Russian text says on withdrawal: notice of 30 days. The terms say: notice of 6 months."
 */
export function differenceSentence(difference: Told, reader: string): string {
  const language = languageIn("letters", reader) ?? "en";
  const own = byLanguage[language];
  const { kind, term, stated, recorded, article } = difference;
  const there = kind === "wrong-article" && stated !== null ? "wrong-article-there" : kind;
  const sentence = own?.sentences[there];
  if (!own || sentence === undefined) throw new Error(`There are no words for ${kind}.`);
  const plain = kind === "wrong-article" || kind === "word-and-figure";
  const spoken = (value: unknown) => {
    return plain || term === null ? String(value) : valueWords(term, value, language, own);
  };
  const primary = difference.language.split("-")[0] ?? "";
  const values: Record<string, () => string> = {
    article: () => String(article),
    language: () => isolate(nameOfText(primary, language), language),
    term: () => (term === null ? "" : own.terms[term]),
    stated: () => spoken(stated),
    recorded: () => spoken(recorded),
  };
  const filled = sentence.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => {
    return values[name]?.() ?? whole;
  });
  return filled.replaceAll(/(?<=^|\. )\p{Ll}/gu, (letter) => letter.toLocaleUpperCase(language));
}
