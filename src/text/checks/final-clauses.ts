import clauses from "../../../templates/final-clauses.json" with { type: "json" };
import type { Text } from "../articles.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { Sentence } from "./sentence.ts";
import type { Warning } from "./warning.ts";

type Clause = keyof typeof clauses;

/** What a text lacks without the clause, and where the law speaks of it. */
const sentences: Record<Clause, { detail: Sentence; source: Sentence }> = {
  consent: {
    detail: { key: "lacks-consent" },
    source: { key: "vclt-to", values: { article: "11", other: "17" } },
  },
  "entry-into-force": {
    detail: { key: "lacks-entry" },
    source: { key: "vclt", values: { article: "24" } },
  },
  duration: {
    detail: { key: "lacks-duration" },
    source: { key: "vclt-and", values: { article: "42", other: "54" } },
  },
  amendment: {
    detail: { key: "lacks-amendment" },
    source: { key: "vclt-and", values: { article: "39", other: "40" } },
  },
  withdrawal: {
    detail: { key: "lacks-withdrawal" },
    source: { key: "vclt-and", values: { article: "54", other: "56" } },
  },
  depositary: {
    detail: { key: "lacks-depositary" },
    source: { key: "vclt-and", values: { article: "76", other: "77" } },
  },
  languages: {
    detail: { key: "lacks-languages" },
    source: { key: "vclt-and", values: { article: "10", other: "33" } },
  },
  settlement: {
    detail: { key: "lacks-settlement" },
    source: { key: "charter", values: { article: "33" } },
  },
};

/**
 * The final clauses that a text seems to lack, judged by the usual words of such clauses
 * (`templates/final-clauses.json`); one warning if we have no words for its language.
 */
export function missingClauses(text: Text): Warning[] {
  const language = text.language.split("-")[0] ?? "";
  const own = Object.entries(clauses).map(([clause, words]) => ({
    ...sentences[clause as Clause],
    words: (words as Record<string, string[]>)[language],
  }));
  if (own.every(({ words }) => words === undefined)) {
    return [warning(text, { key: "no-clause-words" }, { key: "practice" })];
  }
  const articles = paragraphsOf(text).filter(({ article }) => article > 0);
  const all = folded(articles.map((one) => one.text).join("\n"));
  return own
    .filter(({ words = [] }) => !words.some((phrase) => patternOf(phrase, language).test(all)))
    .map(({ detail, source }) => warning(text, detail, source));
}

function warning({ language }: Text, detail: Sentence, source: Sentence): Warning {
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
  const gap = "[^\\p{L}\\p{N}]{1,20}";
  const rest = "[\\p{L}\\p{N}]{0,40}";
  const words = folded(phrase)
    .split(" ")
    .map((word) => (word === "…" ? null : `${prefix}${word}${rest}`));
  const joined = words.reduce((made: string, word, index) => {
    if (word === null) return `${made}(?:${gap}[\\p{L}\\p{N}]{1,40}){0,4}?`;
    return index === 0 ? word : `${made}${gap}${word}`;
  }, "");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${joined}`, "u");
  patterns.set(`${language} ${phrase}`, pattern);
  return pattern;
}
