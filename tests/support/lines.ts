import type { EventName } from "#src/observe/events.ts";
import { lineWriter } from "#src/observe/line-writer.ts";
import { type Logger, openLogger } from "#src/observe/logger.ts";
import { type Observe, unobserved } from "#src/observe/observe.ts";
import { openOutages } from "#src/observe/outages.ts";

export type Line = { level: string; time: string; from?: string; event: EventName } & Record<
  string,
  unknown
>;

export type Lines = {
  log: Logger;
  /** The same with outages and a clock, as the doors hand it down. */
  observe: Observe;
  all: Line[];
  /** The lines of one event. */
  of(event: EventName): Line[];
  /** Every line as it was written. */
  text(): string;
};

/** A logger whose lines a test reads. */
export function openLines(now = () => new Date()): Lines {
  const all: Line[] = [];
  const line = (text: string) => void all.push(JSON.parse(text));
  const log = openLogger(lineWriter({ level: "debug", now, line }));
  const ticks = () => now().getTime();
  return {
    log,
    observe: { ...unobserved, log, ticks, outages: openOutages({ log, ticks }) },
    all,
    of: (event) => all.filter((one) => one.event === event),
    text: () => all.map((one) => JSON.stringify(one)).join("\n"),
  };
}
