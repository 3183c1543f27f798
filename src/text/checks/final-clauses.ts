import clauses from "../../../templates/final-clauses.json" with { type: "json" };
import type { Text } from "../articles.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { Warning } from "./warning.ts";

type Clause = { name: string; source: string; words: Record<string, string[]> };

/**
 * The final clauses that a text seems to lack, judged by the usual words of such clauses
 * (`templates/final-clauses.json`); one warning if we have no words for its language.
 */
export function missingClauses(text: Text): Warning[] {
  const language = text.language.split("-")[0] ?? "";
  const own = (Object.values(clauses) as Clause[]).map(({ words, ...clause }) => ({
    ...clause,
    words: words[language],
  }));
  if (own.every(({ words }) => words === undefined)) {
    return [warning(text, "We have no words for this language: look for them.", "Practice")];
  }
  const articles = paragraphsOf(text).filter(({ article }) => article > 0);
  const all = folded(articles.map((one) => one.text).join("\n"));
  return own
    .filter(({ words = [] }) => !words.some((phrase) => patternOf(phrase, language).test(all)))
    .map(({ name, source }) => warning(text, `No article seems to say ${name}.`, source));
}

function warning({ language }: Text, detail: string, source: string): Warning {
  return { rule: "final-clauses", source, language, article: null, detail };
}

/** Lower case without vowel marks, and one form for each Arabic letter that has several. */
function folded(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[\p{M}ـ\u200e\u200f\u061c]/gu, "")
    .replaceAll(/[أإآ]/g, "ا");
}

const patterns = new Map<string, RegExp>();

/** A phrase as prefixes of consecutive words; `…` matches up to four words between. */
function patternOf(phrase: string, language: string): RegExp {
  const known = patterns.get(`${language} ${phrase}`);
  if (known) return known;
  const prefix = language === "ar" ? "[وف]?[بكل]?(?:ال|ل)?" : "";
  const gap = "[^\\p{L}\\p{N}]+";
  const words = folded(phrase)
    .split(" ")
    .map((word) => (word === "…" ? null : `${prefix}${word}[\\p{L}\\p{N}]*`));
  const joined = words.reduce((made: string, word, index) => {
    if (word === null) return `${made}(?:${gap}[\\p{L}\\p{N}]+){0,4}?`;
    return index === 0 ? word : `${made}${gap}${word}`;
  }, "");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${joined}`, "u");
  patterns.set(`${language} ${phrase}`, pattern);
  return pattern;
}
