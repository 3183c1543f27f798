import { chineseNumber, hebrewNumber, inLetters, marksOf, roman } from "./language/marks-of.ts";

/** The labels of numbered paragraphs by depth: paragraph, sub-paragraph, and below. */
export type Labels = [(n: number) => string, (n: number) => string, (n: number) => string];

const latin = "abcdefghijklmnopqrstuvwxyz";
const latinLabels = ["({n})", "({letter})", "({roman})"];
const byTag = new Map<string, Labels>();
const maxTags = 1000;

/** The labels of a language, in its own letters. Reviewed: none. */
export function labelsOf(language: string): Labels {
  const known = byTag.get(language);
  if (known) return known;
  const { labels = latinLabels, letters = latin } = marksOf(language) ?? {};
  const letter = inLetters(letters);
  const made = labels.map((pattern) => (n: number) => {
    return pattern
      .replace("{n}", String(n))
      .replace("{letter}", () => letter(n))
      .replace("{roman}", () => roman(n))
      .replace("{chinese}", () => chineseNumber(n))
      .replace("{hebrew}", () => hebrewNumber(n));
  }) as Labels;
  if (byTag.size < maxTags) byTag.set(language, made);
  return made;
}
