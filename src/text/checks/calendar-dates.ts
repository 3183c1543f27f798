import type { Text } from "../articles.ts";
import { monthsOf } from "../format-date.ts";
import { marksOf } from "../language/marks-of.ts";
import { inParagraphs, type Slip } from "./in-paragraphs.ts";
import type { Warning } from "./warning.ts";

const rule = { rule: "dates", source: { key: "calendar" } } as const;

/** Days that no calendar has, with a year or without: 31 April, 29 February 2027, 05.13.2026. */
export function impossibleDates(text: Text): Warning[] {
  const patterns = patternsOf(text.language);
  return inParagraphs(rule, text, (words) => {
    const digits = inDigits(words);
    return patterns.flatMap(({ pattern, month }) =>
      [...digits.matchAll(pattern)].flatMap((match) => slipsOf(match, words, month)),
    );
  });
}

function slipsOf(
  match: RegExpMatchArray,
  words: string,
  monthOf: (name: string) => number,
): Slip[] {
  const { d = "", m = "", y } = match.groups ?? {};
  const at = match.index ?? 0;
  const [day, month] = [Number(d), monthOf(m)];
  if (month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, y)) return [];
  const found = words.slice(at, at + match[0].length).trim();
  return [{ found, detail: { key: "impossible-day", values: { day: found } } }];
}

/** Without a year, February has the days of a leap year. */
function daysIn(month: number, year: string | undefined): number {
  return new Date(Date.UTC(year ? Number(year) : 2000, month, 0)).getUTCDate();
}

type Pattern = { pattern: RegExp; month: (name: string) => number };
const known = new Map<string, Pattern[]>();

function patternsOf(language: string): Pattern[] {
  const made = known.get(language) ?? makePatterns(language);
  known.set(language, made);
  return made;
}

function makePatterns(language: string): Pattern[] {
  const numeric = /(?<![\d.-])(?<d>\d{2})\.(?<m>\d{2})\.(?<y>\d{4})(?![\d.])/gu;
  const signs = /(?:(?<y>\d{4})\s*[년年]\s*)?(?<m>\d{1,2})\s*[월月]\s*(?<d>\d{1,2})\s*[일日号]/gu;
  const plain = [numeric, signs].map((pattern) => ({ pattern, month: Number }));
  const names = (monthsOf(language) ?? []).map((name) => name.toLowerCase());
  if (names.length !== 12 || names.some((name) => /\d/.test(name))) return plain;
  const yearFirst = marksOf(language)?.dates?.pattern.startsWith("{year}") === true;
  const months = new Map<string, number>();
  // A month may be declined: its stem is the name without the last letter.
  for (const [at, name] of names.entries()) {
    if (name.length > 4) months.set(name.replace(/[\p{L}\p{M}]$/u, ""), at + 1);
  }
  for (const [at, name] of names.entries()) months.set(name, at + 1);
  const all = [...months.keys()].sort((one, other) => other.length - one.length);
  const month = `(?<m>${all.map(literal).join("|")})[\\p{L}\\p{M}]{0,5}`;
  const day = "(?<![\\p{L}\\p{N}.,-])(?<d>\\d{1,2})";
  const year = "(?:,?\\s+(?:de\\s+|del\\s+)?(?<y>\\d{4})(?!\\d))?";
  // In Arabic a second name may stand before the first: أيلول/سبتمبر.
  const twice = "(?:[\\p{L}\\p{M}]+(?:\\s[\\p{L}\\p{M}]+)?/)?";
  const worded = [
    `${day}(?:er|st|nd|rd|th|-?го|-?е|\\.|º|-ші|-шы)?[\\s-]+(?:of\\s+|de\\s+|من\\s+)?${twice}${month}${year}`,
    ...(yearFirst
      ? [
          `(?<y>\\d{4})(?:-?\\p{L}{0,6}|\\s+\\p{L}+)?\\s+(?<d>\\d{1,2})(?:-\\p{L}+)?\\s+${month}(?!\\p{L})`,
        ]
      : []),
    `(?<!\\p{L})${month}\\s+(?<d>\\d{1,2})(?:\\s+d\\.|,\\s+(?<y>\\d{4}))`,
  ];
  const number = (name: string) => months.get(name.toLowerCase()) ?? 0;
  return [...plain, ...worded.map((one) => ({ pattern: new RegExp(one, "giu"), month: number }))];
}

function literal(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The same text with Arabic and Persian digits as 0 to 9, each in its place. */
function inDigits(words: string): string {
  return words.replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
}
