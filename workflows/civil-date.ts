/** A day without a time, in the instrument's zone: `2026-11-23`. */
export type CivilDate = string;

/** The day that an instant (RFC 3339) falls on in an IANA zone. */
export function civilDate(instant: string, zone: string): CivilDate {
  return formatterOf(zone).format(new Date(instant));
}

/** The instant at which a day begins in a zone. If clocks go forward over midnight, the day's first moment. */
export function startOfDay(on: CivilDate, zone: string): Date {
  const utc = Date.parse(`${on}T00:00:00Z`);
  // Zones range from 12 hours behind UTC to 14 ahead, in quarters of an hour, so the day begins within that range.
  const quarter = 15 * 60_000;
  let [early, late] = [(utc - 15 * 4 * quarter) / quarter, (utc + 13 * 4 * quarter) / quarter];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (civilDate(new Date(middle * quarter).toISOString(), zone) < on) early = middle;
    else late = middle;
  }
  return new Date(late * quarter);
}

/** The day that is this many days later. */
export function addDays(on: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day this many months later, or the last of the month if it has no such day. */
export function addMonths(on: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = on.split("-").map(Number);
  // Reckoned without a Date: a status page asks for thousands of periods.
  const count = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const last = lastDayOf(inYear, inMonth);
  return [pad(inYear, 4), pad(inMonth, 2), pad(Math.min(day, last), 2)].join("-");
}

function lastDayOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}

/** The first day of the month after the given day's month. */
export function firstOfNextMonth(on: CivilDate): CivilDate {
  return addMonths(`${on.slice(0, 7)}-01`, 1);
}

/** The later of two days. */
export function laterOf(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  formatters.set(timeZone, made);
  return made;
}
