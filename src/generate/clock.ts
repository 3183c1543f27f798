import { firstMoment } from "./scratch.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** A clock that only the histories move. Acts fall between 06:00 and 14:00 UTC, never on a whole minute. */
export type StoryClock = {
  now(): Date;
  /** A few minutes pass: the next act. */
  tick(): void;
  /** Moves to the morning `count` days later. */
  days(count: number): void;
  /** Today, or the day `later` days after it, as `2021-03-01`. */
  day(later?: number): string;
  /** Goes to the morning of this day. */
  until(day: string): void;
};

export function openClock(): StoryClock {
  let time = firstMoment.getTime();
  let ticks = 0;
  const morning = (at: number) => Math.floor(at / day) * day + 6 * 60 * minute + odd(++ticks);
  const clock = {
    now: () => new Date(time),
    tick: () => {
      time += minute + odd(++ticks);
    },
    days: (count: number) => {
      time = morning(time + count * day);
    },
    day: (later = 0) => new Date(time + later * day).toISOString().slice(0, 10),
    until: (wanted: string) => {
      time = morning(Date.parse(`${wanted}T00:00:00Z`));
    },
  };
  clock.tick();
  return clock;
}

/** Some seconds and milliseconds, so that no act falls on a whole minute. */
function odd(tick: number): number {
  return 1007 + ((tick * 7919) % 40_000);
}

/** Moves a moment: by whole days if it is a moment of the calendar, such as midnight, and else by `ms` more. */
export function moved(moment: Date, { days, ms }: { days: number; ms: number }): Date {
  const isOfCalendar = moment.getTime() % minute === 0;
  return new Date(moment.getTime() + days * day + (isOfCalendar ? 0 : ms));
}
