import { fold } from "../fold.ts";
import { monthsOf } from "../format-date.ts";
import type { Figure } from "./tokens.ts";

const levantine: Record<string, string> = {
  كانون: "1 12",
  شباط: "2",
  آذار: "3",
  نيسان: "4",
  أيار: "5",
  حزيران: "6",
  تموز: "7",
  آب: "8",
  أيلول: "9",
  تشرين: "10 11",
};

/**
 * Joins the tokens of a date into one, `@2027-05-01`. In a numeric date the day comes before the month. `quantities/dates.ts`
 * reads the words as written, dates that do not exist included, which a phrase of a term must not match.
 */
export function datesIn(figures: Figure[], language: string): Figure[] {
  const names = namesOf(language);
  const read: Figure[] = [];
  for (let at = 0; at < figures.length; at += 1) {
    const first = figures[at] as Figure;
    const begins = /^[#№]/.test(first.word) || names.has(first.word);
    const found = begins ? dateAt(figures, at, names) : null;
    if (!found) {
      read.push(first);
      continue;
    }
    const last = figures[at + found.length - 1] ?? first;
    read.push({ ...first, word: `@${found.date}`, to: last.to });
    at += found.length - 1;
  }
  return read;
}

type Found = { date: string; length: number };

function dateAt(figures: Figure[], at: number, names: Map<string, number>): Found | null {
  const word = (offset: number) => figures[at + offset]?.word ?? "";
  const number = (offset: number) => (/^[#№]\d+$/.test(word(offset)) ? +word(offset).slice(1) : 0);
  const month = (offset: number) => names.get(word(offset)) ?? 0;
  const made = (year: number, month: number, day: number, length: number): Found | null => {
    if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
    const two = (part: number) => String(part).padStart(2, "0");
    return { date: `${year}-${two(month)}-${two(day)}`, length };
  };
  const yearly = (length: number) => (isYearWord(word(length)) ? length + 1 : length);
  if (number(0) > 0 && number(0) < 32) {
    const of = word(1) === "of" ? 1 : 0;
    const twice = month(of + 2) > 0 ? 1 : 0;
    if (month(of + 1)) {
      const year = of + twice + 2;
      return made(number(year), month(of + 1), number(0), yearly(year + 1));
    }
    if (
      /^[./]$/.test(figures[at + 1]?.before ?? "") &&
      figures[at + 1]?.before === figures[at + 2]?.before
    ) {
      return made(number(2), number(1), number(0), 3);
    }
  }
  if (month(0)) return made(number(2), month(0), number(1), 3);
  if (number(0) > 999) {
    const dashed = figures[at + 1]?.before === "-" && figures[at + 2]?.before === "-";
    if (dashed) return made(number(0), number(1), number(2), 3);
    const skip = isYearWord(word(1)) ? 1 : 0;
    if (month(skip + 2)) return made(number(0), month(skip + 2), number(skip + 1), skip + 3);
  }
  return null;
}

function isYearWord(word: string): boolean {
  return /^(?:года|г|жылгы|жылғы|ж)$/.test(word);
}

const known = new Map<string, Map<string, number>>();

function namesOf(language: string): Map<string, number> {
  const made = known.get(language) ?? makeNames(language);
  known.set(language, made);
  return made;
}

function makeNames(language: string): Map<string, number> {
  const own = monthsOf(language) ?? [];
  const names = own.flatMap((name, index): [string, number][] => {
    const word = fold(name);
    const forms =
      language === "kk"
        ? ["", "нан", "нен", "дан", "ден", "тан", "да", "де", "та", "те", "ы", "і"]
        : [""];
    return forms.map((ending) => [word + fold(ending), index + 1]);
  });
  const more = language === "ar" ? Object.entries(levantine) : [];
  return new Map([
    ...names,
    ...more.flatMap(([name, value]): [string, number][] => {
      return value.includes(" ") ? [] : [[fold(name), Number(value)]];
    }),
  ]);
}
