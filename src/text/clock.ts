import type { CivilDate } from "#workflows/terms.ts";

/** What a wall clock in a zone shows. */
export type Clock = {
  day: CivilDate;
  /** `01:35:00` */
  time: string;
  /** Ahead of UTC: `+05:00`, `-03:30`, `+00:00`. */
  offset: string;
};

/** What the clock of an IANA zone shows at an instant (RFC 3339). */
export function clockIn(instant: string, zone: string): Clock {
  const parts = formatterOf(zone).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return {
    day: `${part("year")}-${part("month")}-${part("day")}`,
    time: `${part("hour")}:${part("minute")}:${part("second")}`,
    offset: part("timeZoneName").replace("GMT", "") || "+00:00",
  };
}

/**
 * The instant at which a clock of the zone shows this day and time (`2026-11-29T01:35`). If the time comes twice
 * because clocks are put back, it is the first. If it is skipped because they are put forward, it is later by as much
 * as the clocks moved, as in Temporal's "compatible".
 */
export function instantOf(local: string, zone: string): Date {
  const wanted = Date.parse(`${local}Z`);
  const offsetAt = (instant: number) => {
    const { day, time } = clockIn(new Date(instant).toISOString(), zone);
    return Date.parse(`${day}T${time}Z`) - Math.floor(instant / 1000) * 1000;
  };
  const [before, after] = [offsetAt(wanted - day), offsetAt(wanted + day)];
  const fits = [before, after].map((offset) => wanted - offset);
  const shown = fits.find((instant) => offsetAt(instant) === wanted - instant);
  return new Date(shown ?? wanted - before);
}

const day = 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "longOffset",
  });
  formatters.set(timeZone, made);
  return made;
}
