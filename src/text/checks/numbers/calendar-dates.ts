import type { Text } from "../../articles.ts";
import { type DateRead, datesIn } from "../../quantities/dates.ts";
import { erasIn } from "../../quantities/eras.ts";
import { isBackwards } from "../../quantities/period.ts";
import { weekdayUnlike } from "../../quantities/weekday.ts";
import { inParagraphs, type Slip } from "../in-paragraphs.ts";
import type { Warning } from "../warning.ts";

const rule = { rule: "dates", source: { key: "calendar" } } as const;

/**
 * Dates that cannot be meant: a day that no calendar has, a period that ends before it begins, a day of the week that is
 * another, a month written twice and differently, a Hijri date that is not the Gregorian one beside it.
 */
export function impossibleDates(text: Text): Warning[] {
  return inParagraphs(rule, text, (words, language) => {
    const dates = datesIn(words, language);
    return [
      ...dates.flatMap((date) => slipsOf(date, words, language)),
      ...dates.flatMap((date, at) => besideNext(date, dates[at + 1], words, language)),
      ...otherCalendars(dates, words, language),
    ];
  });
}

function slipsOf(date: DateRead, words: string, language: string): Slip[] {
  const found = words.slice(date.from, date.to);
  if (!exists(date)) {
    // Other figures with points may be no date at all.
    if (date.numeric && !/^\p{Nd}{2}\.\p{Nd}{2}\.\p{Nd}{4}$/u.test(found)) return [];
    return [{ found, detail: { key: "impossible-day", values: { day: found } } }];
  }
  if (date.otherMonth !== undefined && date.otherMonth !== date.month) {
    return [{ found, detail: { key: "two-months", values: { date: found } } }];
  }
  const weekday = weekdayUnlike(date, words, language);
  return weekday
    ? [{ found, detail: { key: "weekday-unlike", values: { day: found, weekday } } }]
    : [];
}

/** Without a year, February has the days of a leap year. */
function exists({ day = 1, month, year = 2000 }: DateRead): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function besideNext(
  date: DateRead,
  next: DateRead | undefined,
  words: string,
  language: string,
): Slip[] {
  if (!next || !exists(date) || !exists(next)) return [];
  const found = words.slice(date.from, next.to);
  if (isBackwards(date, next, words, language)) {
    return [{ found, detail: { key: "period-backwards", values: { period: found } } }];
  }
  const repeated = !date.numeric && next.numeric && / ?\($/.test(words.slice(date.to, next.from));
  const same = date.day === next.day && date.month === next.month;
  if (!repeated || same || date.day === undefined || (date.year ?? next.year) !== next.year)
    return [];
  return [{ found, detail: { key: "two-days", values: { dates: found } } }];
}

/** Calendars by calculation and by sight differ by a day or two. */
const maxDaysApart = 3;
const maxApart = 40;

function otherCalendars(dates: DateRead[], words: string, language: string): Slip[] {
  return erasIn(words, language).flatMap(({ from, to, day, month, year }) => {
    if (day < 1 || month < 1) return [];
    const beside = dates.find((date) => {
      const gap = date.from >= to ? date.from - to : from - date.to;
      return gap >= 0 && gap <= maxApart && date.year !== undefined && date.day !== undefined;
    });
    if (!beside || !exists(beside)) return [];
    const { year: y = 0, month: m, day: d = 1 } = beside;
    const apart = Math.abs(hijriDay(year, month, day) - Date.UTC(y, m - 1, d) / 86_400_000);
    if (apart <= maxDaysApart) return [];
    const found = words.slice(Math.min(from, beside.from), Math.max(to, beside.to));
    return [{ found, detail: { key: "two-days", values: { dates: found } } }];
  });
}

/** The day of a Hijri date in the tabular calendar, in days since 1970-01-01. */
function hijriDay(year: number, month: number, day: number): number {
  const julian =
    Math.floor((11 * year + 3) / 30) + 354 * year + 30 * month - Math.floor((month - 1) / 2) + day;
  return julian + 1_948_440 - 385 - 2_440_588;
}
