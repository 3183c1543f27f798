import { type DestinationStream, destination, type Logger as Pino, pino } from "pino";
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
  return over(pino(options, stream));
}

function over(logger: Pino): Writer {
  return {
    isOn: (level) => logger.isLevelEnabled(level),
    write: (level, fields) => logger[level](fields),
    child: (fields) => over(logger.child(fields)),
  };
}
