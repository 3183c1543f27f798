import { monthsOf } from "../format-date.ts";
import { marksOf } from "../language/marks-of.ts";
import { lexiconOf } from "../stated/number-lexicon.ts";
import { numberAt } from "../stated/read-number.ts";
import { tokensOf } from "../stated/tokens.ts";
import { plain } from "./plain.ts";

/** A date as written, possible or not: a day of a month, or a month of a year. */
export type DateRead = {
  /** In the text, from the first character to behind the last. */
  from: number;
  to: number;
  day?: number | undefined;
  /** From 1; 0 or more than 12 in a date of figures that names no month. */
  month: number;
  year?: number | undefined;
  /** Written in figures alone. */
  numeric: boolean;
  /** The month by its other name, if the text names it twice: أيار/مايو. */
  otherMonth?: number | undefined;
};

const found = new Map<string, DateRead[]>();
const maxFound = 2000;

/**
 * The dates of a paragraph, in order. In a date of figures the day comes before the month. It is a reader of its own beside
 * `stated/dates-in.ts`: this one finds impossible and doubled dates in the words as written, of any language, with their
 * places; that one joins tokens that were already folded, and only where they make a day that exists.
 */
export function datesIn(text: string, language: string): DateRead[] {
  const key = `${language}\n${text}`;
  const known = found.get(key);
  if (known) return known;
  if (found.size >= maxFound) found.clear();
  const made = readDates(plain(text), language);
  found.set(key, made);
  return made;
}

function readDates(text: string, language: string): DateRead[] {
  const dates: DateRead[] = [];
  const patterns = patternsOf(language);
  let rest = text;
  for (const { pattern, month, numeric } of patterns.all) {
    rest = rest.replaceAll(pattern, (...match) => {
      const groups = match.at(-1) as Record<"y" | "m" | "d" | "m2", string | undefined>;
      const from = match.at(-3) as number;
      const whole = match[0] as string;
      if ((!groups.d && !groups.y) || isVerb(groups.m, language)) return whole;
      dates.push({
        from,
        to: from + whole.trimEnd().length,
        month: month(groups.m ?? ""),
        numeric,
        ...(groups.d && { day: Number(groups.d) }),
        ...(groups.y && { year: Number(groups.y) }),
        ...(groups.m2 && { otherMonth: month(groups.m2) }),
      });
      return mask(whole);
    });
  }
  return [...dates, ...worded(rest, language, patterns)].sort((a, b) => a.from - b.from);
}

/** English writes its months with a capital: “a request under Article 4 may be refused”. */
function isVerb(month: string | undefined, language: string): boolean {
  return language.split("-", 1)[0] === "en" && (month === "may" || month === "march");
}

function mask(words: string): string {
  return "\ue001".repeat(words.length);
}

/** A day whose number is in words: тридцать первое июня, trente et un novembre. */
function worded(text: string, language: string, { names, month }: Patterns): DateRead[] {
  const primary = language.split("-")[0] ?? "";
  const lexicon = lexiconOf(primary);
  if (!lexicon || !names) return [];
  return [...text.matchAll(names)].flatMap((match) => {
    if (isVerb(match.groups?.m, language)) return [];
    const before = tokensOf(text.slice(Math.max(0, match.index - 60), match.index));
    const start = Math.max(0, match.index - 60);
    const last = before.at(-1);
    const tokens = last && /^(?:of|من|de)$/.test(last.word) ? before.slice(0, -1) : before;
    const words = tokens.map(({ word }) => word);
    for (let at = Math.max(0, words.length - 3); at < words.length; at += 1) {
      const day = numberAt(words, at, lexicon);
      if (!day || at + day.length < words.length || day.value > 31 || day.value < 1) continue;
      if (!day.ordinal && primary !== "fr") continue;
      const { y } = match.groups ?? {};
      return [
        {
          from: start + (tokens[at]?.from ?? 0),
          to: match.index + match[0].length,
          day: day.value,
          month: month(match.groups?.m ?? ""),
          numeric: false,
          ...(y && { year: Number(y) }),
        },
      ];
    }
    return [];
  });
}

type Pattern = { pattern: RegExp; month: (name: string) => number; numeric: boolean };
type Patterns = {
  all: Pattern[];
  /** A month, and the year behind it. */
  names: RegExp | null;
  month: (name: string) => number;
};
const known = new Map<string, Patterns>();

function patternsOf(language: string): Patterns {
  const made = known.get(language) ?? makePatterns(language);
  known.set(language, made);
  return made;
}

/** Further names of the months, in order. */
const otherNames: Record<string, string> = {
  ar: "كانون الثاني|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين الاول|تشرين الثاني|كانون الاول",
  ru: "||||май|||||||",
  uz: "||||||||sentyabr|oktyabr||",
  et: "||||||||septembri|oktoobri|novembri|detsembri",
};

/** Languages that do not decline the months. */
const undeclined = ["en", "fr", "es", "ro"];

const figures = [
  /(?<![\d.-])(?<d>\d{2})\.(?<m>\d{2})\.(?<y>\d{4})(?![\d.])/gu,
  /(?<![\d.])(?<d>\d{1,2})\. ?(?<m>\d{1,2})\. ?(?<y>\d{4})(?!\d)/gu,
  /(?<![\d/])(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})(?!\d)/gu,
  /(?<![\d/-])(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)(?!\d)/gu,
  /(?<![\d/-])(?<y>\d{4})\/(?<m>\d\d)\/(?<d>\d\d)(?!\d)/gu,
].map((pattern) => ({ pattern, month: Number, numeric: true }));
const signs = [
  /(?:(?<y>\d{4}) ?[년年] ?)?(?<m>\d{1,2}) ?[월月] ?(?<d>\d{1,2}) ?[일日号]/gu,
  /(?<y>\d{4}) ?[년年] ?(?<m>\d{1,2}) ?[월月]/gu,
].map((pattern) => ({ pattern, month: Number, numeric: false }));

function makePatterns(language: string): Patterns {
  const primary = language.split("-")[0] ?? "";
  const own = (monthsOf(language) ?? []).map((name) => plain(name).toLowerCase());
  if (own.length !== 12 || own.some((name) => /\d/.test(name))) {
    return { all: [...figures, ...signs], names: null, month: Number };
  }
  const declined = !undeclined.includes(primary);
  const months = monthNames(own, primary, declined);
  const all = [...months.keys()].sort((one, other) => other.length - one.length).map(literal);
  const month = `(?<m>${all.join("|")})${declined ? "[\\p{L}\\p{M}]{0,5}" : "(?!\\p{L})"}`;
  const number = (name: string) => months.get(name.toLowerCase()) ?? 0;
  const yearFirst =
    primary === "az" || marksOf(language)?.dates?.pattern.startsWith("{year}") === true;
  const day =
    "(?<![\\p{L}\\p{N}.,-])(?<d>\\d{1,2})(?:er|st|nd|rd|th|-?го|-?е|\\.|º|-ші|-шы)?[ -]{1,9}(?:(?:of|de|من|day of) {1,9})?";
  // In Arabic a second name may stand before the first: أيلول/سبتمبر.
  const twice = `(?:(?<m2>${all.join("|")})/)?`;
  const year = "(?:,? {1,9}(?:(?:de|del|соли|من|عام|سنة) {1,9}){0,2}(?<y>\\d{4})(?!\\d))";
  const before = "(?<y>\\d{4})(?:-?\\p{L}{1,6}\\.?(?: {1,9}il)?| {1,9}\\p{L}{1,30}\\.?)? {1,9}";
  const patterns = [
    ...(yearFirst
      ? [
          `${before}(?<d>\\d{1,2})(?:-\\p{L}{1,30})?[ -]{1,9}${month}(?!\\p{L})`,
          `${before}${month} {1,9}(?<d>\\d{1,2})(?!\\d)`,
        ]
      : []),
    `${day}${twice}${month}${year}?`,
    `(?<!\\p{L})${month} {1,9}(?<d>\\d{1,2})(?: {1,9}d\\.|(?:st|nd|rd|th)?,? {1,9}(?<y>\\d{4})(?!\\d)|(?=-))`,
    ...(yearFirst ? [`${before}${month}(?!\\p{L})`] : []),
    `(?<!\\p{L})${twice}${month}${year}`,
  ];
  return {
    all: [
      ...figures,
      ...signs,
      ...patterns.map((one) => {
        return { pattern: new RegExp(one, "giu"), month: number, numeric: false };
      }),
    ],
    names: new RegExp(`(?<!\\p{L})${month}(?!\\p{L})${year}?`, "giu"),
    month: number,
  };
}

function monthNames(own: string[], primary: string, declined: boolean): Map<string, number> {
  const months = new Map<string, number>();
  // A month may be declined: its stem is the name without the last letter.
  for (const [at, name] of own.entries()) {
    if (declined && name.length > 4) months.set(name.replace(/[\p{L}\p{M}]$/u, ""), at + 1);
  }
  for (const names of [own, otherNames[primary]?.split("|") ?? []]) {
    for (const [at, name] of names.entries()) if (name) months.set(name, at + 1);
  }
  return months;
}

function literal(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
