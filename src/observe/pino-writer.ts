import { type DestinationStream, destination, pino } from "pino";
import type { Level } from "./events.ts";
import type { Writer } from "./logger.ts";

/** Standard error: what a command answers stands alone on standard output. */
const standardError = 2;

/**
 * Writes lines with pino, at once and in order, so that the last line before a crash is there. pino's own `redact` is
 * not used: both writers get what `redact.ts` has left.
 */
export function pinoWriter(
  { level, now }: { level: Level; now(): Date },
  stream: DestinationStream = destination({ fd: standardError, sync: true }),
): Writer {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${now().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = pino(options, stream);
  return {
    isOn: (asked) => logger.isLevelEnabled(asked),
    write: (at, fields) => logger[at](fields),
  };
}
