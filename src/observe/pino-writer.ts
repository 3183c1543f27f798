import { type DestinationStream, destination, pino } from "pino";
import type { Level } from "./events.ts";
import type { Writer } from "./logger.ts";

/** Standard error: standard output has only a command's answer. */
const standardError = 2;

/**
 * Writes lines with pino, synchronously and in order, so that the last line before a crash is not lost. Does not use
 * pino's own `redact`: both writers get fields that `redact.ts` has already cleaned.
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
