import { monthsOf } from "../format-date.ts";
import { languageIn } from "../languages.ts";
import { takeAmounts } from "./amounts.ts";

/** The languages whose months and currencies we can read. */
export function readsWords(language: string): boolean {
  return languageIn("letters", language) !== null;
}

/**
 * The dates, amounts and other numbers of a text in one form, whatever its digits and its order of day and month:
 * `2026-11-23`, `1000 USD`, `30`. In a numeric date the day comes before the month.
 */
export function figuresOf(text: string, language: string): string[] {
  const { rest, dates } = takeDates(plainDigits(text), primary(language));
  return [...dates, ...takeAmounts(rest)];
}

/** The part of a figure that is comparable if we cannot read the other language's words: its numbers alone. */
export function bare(figure: string): string[] {
  const [, year, day] = figure.match(/^(\d+)-\d\d-(\d\d)$/) ?? [];
  if (year && day) return [year, String(Number(day))];
  return [figure.split(" ")[0] ?? figure];
}

/** Arabic-Indic and full-width digits as 0 to 9, every space as one kind, and no direction marks. */
function plainDigits(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\u200e\u200f\u061c\u064b-\u0652ـ]/g, "")
    .replaceAll(/[أإآ]/g, "ا")
    .replaceAll(/\s/g, " ")
    .replaceAll("٬", ",")
    .replaceAll("٫", ".")
    .replaceAll(/[٠-٩۰-۹０-９]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
}

const levantine = [
  ..."كانون الثاني|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول".split("|"),
  ..."تشرين الاول|تشرين الثاني|كانون الاول".split("|"),
];

function takeDates(text: string, language: string): { rest: string; dates: string[] } {
  const dates: string[] = [];
  let rest = text;
  for (const { pattern, month } of patternsOf(language)) {
    rest = rest.replaceAll(pattern, (...found) => {
      const { y, m, d } = found.at(-1) as Record<"y" | "m" | "d", string>;
      dates.push(`${y}-${String(month(m)).padStart(2, "0")}-${d.padStart(2, "0")}`);
      return " ";
    });
  }
  return { rest, dates };
}

type Pattern = { pattern: RegExp; month: (name: string) => number };

const known = new Map<string, Pattern[]>();

function patternsOf(language: string): Pattern[] {
  const made = known.get(language) ?? makePatterns(language);
  known.set(language, made);
  return made;
}

function makePatterns(language: string): Pattern[] {
  const day = "(?<!\\d)(?<d>\\d{1,2})(?!\\d)";
  const year = "(?<y>\\d{4})(?!\\d)";
  const numeric = ["(?<!\\d)(?<y>\\d{4})-(?<m>\\d\\d)-(?<d>\\d\\d)(?!\\d)"];
  numeric.push(...["\\.", "/"].map((sign) => `${day}${sign}(?<m>\\d{1,2})${sign}${year}`));
  const plain = numeric.map((one) => ({ pattern: new RegExp(one, "gu"), month: Number }));
  const own = readsWords(language)
    ? monthsOf(language)?.map((name) => name.replaceAll(/[أإآ]/g, "ا").toLowerCase())
    : undefined;
  if (!own) return plain;
  const names = language === "ar" ? [...own, ...levantine] : own;
  const month = `(?<m>${names.join("|")})[\\p{L}]*`;
  const worded = [
    `${day}(?:er|st|nd|rd|th|-?го)?(?: of)? (?:[\\p{L}]+(?: [\\p{L}]+)?/)?${month}(?: [\\p{L}]+)?,? ${year}`,
    `(?<![\\p{L}])${month} ${day}(?:st|nd|rd|th)?,? ${year}`,
    `(?<!\\d)(?<y>\\d{4})(?: [\\p{L}]+\\.?)? ${day} ${month}`,
  ];
  const number = (name: string) => (names.indexOf(name.toLowerCase()) % 12) + 1;
  return [...plain, ...worded.map((one) => ({ pattern: new RegExp(one, "giu"), month: number }))];
}

function primary(language: string): string {
  return language.split("-")[0] ?? "";
}
