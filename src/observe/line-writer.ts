import { type Level, levels } from "./events.ts";
import type { Writer } from "./logger.ts";

type On = {
  /** Lines below this level are not written. */
  level: Level;
  now(): Date;
  /** Takes one line, without a line break at its end. */
  line(text: string): void;
};

/**
 * Writes the same lines as pino, without pino: bundlers for the edge take its browser build, which neither redacts nor
 * writes JSON.
 */
export function lineWriter({ level, now, line }: On): Writer {
  const lowest = levels.indexOf(level);
  return {
    isOn: (asked) => levels.indexOf(asked) >= lowest,
    write: (at, fields) => {
      line(JSON.stringify({ level: at, time: now().toISOString(), ...fields }));
    },
  };
}
