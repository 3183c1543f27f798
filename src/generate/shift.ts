import type { Chance } from "./chance.ts";
import type { Played } from "./play.ts";

const day = 86_400_000;
/** The length of the archive, in days. */
export const archiveDays = 20 * 365;
/** Agreements whose history ended at most this many days ago are still being worked on. */
const openDays = 240;
/** Four years in days, with one leap day: after them the same dates follow each other. */
const fourYears = 1461;
/** Acts end by 16:00 UTC, so this much later is the same day. */
const jitterMs = 6 * 60 * 60 * 1000;

/**
 * How far a copy lies from its history in time, so that it ends before `until` and no deadline waits that is already
 * over. Periods in months come out the same only if the days of the calendar stay.
 */
export function choosePlace(
  played: Played,
  { until, chance }: { until: Date; chance: Chance },
): { days: number; ms: number } {
  const { first, last, due } = momentsOf(played);
  const { open, calendar } = played.story;
  const latest = Math.floor((until.getTime() - last) / day) - 1;
  const oldest = open
    ? latest - openDays
    : Math.ceil((until.getTime() - archiveDays * day - first) / day);
  const beforeDue = due === null ? oldest : Math.ceil((until.getTime() - due) / day) + 1;
  const earliest = Math.min(latest, Math.max(oldest, beforeDue));
  // More of the archive is of late years.
  const back = Math.floor((latest - earliest + 1) * chance.next() ** 1.3);
  const ms = chance.below(jitterMs);
  const wanted = latest - back;
  if (!calendar) return { days: wanted, ms };
  const whole = Math.floor(latest / fourYears);
  const least = Math.min(whole, Math.ceil(earliest / fourYears));
  return { days: (whole - chance.below(whole - least + 1)) * fourYears, ms };
}

const known = new WeakMap<Played, { first: number; last: number; due: number | null }>();

/** The first and the last moment on record, and the first deadline that still waits. */
function momentsOf(played: Played): { first: number; last: number; due: number | null } {
  const found = known.get(played);
  if (found) return found;
  const of = (table: string) => played.rows.get(table) ?? [];
  const moments = of("evidence").map(({ at }) => Date.parse(String(at)));
  const dues = of("deadlines").filter(({ fired_at }) => fired_at === null);
  const due = dues.map(({ due_at }) => Date.parse(String(due_at))).sort((a, b) => a - b)[0];
  const made = { first: Math.min(...moments), last: Math.max(...moments), due: due ?? null };
  known.set(played, made);
  return made;
}
