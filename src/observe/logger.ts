import { type EventAt, type EventName, events, type Level } from "./events.ts";
import { type Fields, redact } from "./redact.ts";

/**
 * Writes lines for operators: one JSON object each, with `level`, `time`, `from` (the subsystem), `event` and the
 * event's own fields. Which event has which level, and which subsystem it comes from, stands in `events.ts`.
 */
export type Logger = {
  debug(event: EventAt<"debug">, fields?: Fields): void;
  info(event: EventAt<"info">, fields?: Fields): void;
  warn(event: EventAt<"warn">, fields?: Fields): void;
  error(event: EventAt<"error">, fields?: Fields): void;
  /** A logger whose lines all have these fields too, such as `{ request }`; a line's own fields go before them. */
  child(fields: Fields): Logger;
};

/** Where lines go. It is given nothing that has not been redacted. */
export type Writer = {
  isOn(level: Level): boolean;
  write(level: Level, fields: Fields): void;
};

/** A logger over a writer: pino on Node (`pino-writer.ts`), lines of our own at the edge (`line-writer.ts`). */
export function openLogger(writer: Writer, bound: Fields = {}): Logger {
  const at =
    (level: Level) =>
    (event: EventName, fields: Fields = {}) => {
      if (!writer.isOn(level)) return;
      const { from } = events[event];
      writer.write(level, { from, event, ...bound, ...redact(fields) });
    };
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    child: (fields) => openLogger(writer, { ...bound, ...redact(fields) }),
  };
}

/** Writes nothing: for commands and tests that do not look at lines. */
export const noLog: Logger = openLogger({ isOn: () => false, write: () => {} });
