import { type EventAt, type EventName, events, type Level } from "./events.ts";
import { type Fields, redact } from "./redact.ts";

/**
 * Writes lines for operators: one JSON object each, with `level`, `time`, `from` (the subsystem), `event` and the
 * event's own fields. `events.ts` gives each event's level and subsystem.
 */
export type Logger = {
  debug(event: EventAt<"debug">, fields?: Fields): void;
  info(event: EventAt<"info">, fields?: Fields): void;
  warn(event: EventAt<"warn">, fields?: Fields): void;
  error(event: EventAt<"error">, fields?: Fields): void;
  /** A logger whose lines all include these fields too, such as `{ request }`; a line's own fields override them. */
  child(fields: Fields): Logger;
};

/** The destination of lines. It gets only redacted content. */
export type Writer = {
  isOn(level: Level): boolean;
  write(level: Level, fields: Fields): void;
};

/** A logger over a writer: pino on Node (`pino-writer.ts`), our own line writer at the edge (`line-writer.ts`). */
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

/** Writes nothing: for commands and tests that do not read logs. */
export const noLog: Logger = openLogger({ isOn: () => false, write: () => {} });
