import table from "../../../templates/period-words.json" with { type: "json" };
import { fold } from "../fold.ts";
import type { DateRead } from "./dates.ts";

/** How a language says from … to between two dates. Words are separated by spaces, phrases by `|`. */
type Written = {
  /** One of these stands in the sentence before the first date. */
  before?: string;
  /** The first date has one of these endings. */
  first?: string;
  /** What stands between the dates, whole. */
  between: string;
  /** The second date has one of these endings, or one of `after` follows it. */
  last?: string;
  after?: string;
};

type Period = {
  before: string[];
  first: string[];
  between: Set<string>;
  last: string[];
  after: string[];
};

const byLanguage = table as Record<string, Written>;
const known = new Map<string, Period | null>();

function periodWords(language: string): Period | null {
  const made = known.get(language);
  if (made !== undefined) return made;
  const written = Object.hasOwn(byLanguage, language) ? byLanguage[language] : undefined;
  const list = (words = "") => words.split(" ").filter(Boolean).map(fold);
  const period = written
    ? {
        before: list(written.before),
        first: list(written.first),
        between: new Set(written.between.split("|").map(fold)),
        last: list(written.last),
        after: list(written.after),
      }
    : null;
  known.set(language, period);
  return period;
}

/** Words that belong to a year. */
const yearWords = /^(?:года|г|году|m|м|год|років|року|годзе|године|година|il|жыл|ж|წლის)(?: |$)/;
const maxBefore = 60;

/** Whether two dates that follow one another are a period that ends before it begins. Both have a year. */
export function isBackwards(
  first: DateRead,
  last: DateRead,
  text: string,
  language: string,
): boolean {
  const words = periodWords(language.split("-")[0] ?? "");
  if (!words || !isLater(first, last)) return false;
  const middle = text.slice(first.to, last.from);
  if (/[.;!?。]\s/.test(middle)) return false;
  const between = fold(middle).replace(yearWords, "").trim();
  if (!words.between.has(between)) return false;
  return begins(words, first, text) && ends(words, last, text);
}

function begins({ before, first: endings }: Period, first: DateRead, text: string): boolean {
  if (before.length > 0) {
    const sentence = text.slice(Math.max(0, first.from - maxBefore), first.from);
    const begin = Math.max(sentence.lastIndexOf("."), sentence.lastIndexOf(";")) + 1;
    const said = fold(sentence.slice(begin)).split(" ");
    if (!said.some((word) => before.includes(word) || before.includes(word.replace(/^[وف]/, "")))) {
      return false;
    }
  }
  if (endings.length === 0) return true;
  const written = fold(text.slice(first.from, first.to));
  const next = fold(text.slice(first.to, first.to + 6));
  return endings.some((one) => written.endsWith(one) || next.startsWith(one));
}

function ends({ last: endings, after }: Period, last: DateRead, text: string): boolean {
  if (endings.length + after.length === 0) return true;
  const written = fold(text.slice(last.from, last.to));
  const next = fold(text.slice(last.to, last.to + 24));
  if (endings.some((one) => written.endsWith(one) || next.startsWith(one))) return true;
  return after.some((one) => next.startsWith(one) || next.split(" ").slice(0, 2).includes(one));
}

function isLater(first: DateRead, last: DateRead): boolean {
  if (first.year === undefined || last.year === undefined) return false;
  if (first.year !== last.year) return first.year > last.year;
  if (first.month !== last.month) return first.month > last.month;
  return (first.day ?? 0) > (last.day ?? first.day ?? 0);
}
