import type { EventAt } from "./events.ts";
import type { Logger } from "./logger.ts";
import { type Fields, lineOf } from "./redact.ts";

/** Reports a recurring fault without flooding the log, with a key for each kind of fault. */
export type Repeats = {
  /** Reports the first failure at once, and later ones once a minute with their number. */
  failed(key: string, error: unknown, fields?: Fields): void;
  /** Reports that the fault is over and how long it lasted; reports nothing if nothing had failed. */
  well(key: string): void;
  /** The keys that are failing now. */
  failing(): string[];
};

type On = {
  log: Logger;
  /** A monotonic clock in milliseconds. */
  ticks(): number;
  events: { began: EventAt<"error">; goesOn: EventAt<"warn">; over: EventAt<"info"> };
  everyMs?: number;
};

type Fault = { since: number; told: number; failures: number; more: number; fields: Fields };

/** Beyond this many, each fault is reported: a thousand different ones at once are not one outage. */
const maxFaults = 1000;
const seconds = (ms: number) => Math.round(ms / 100) / 10;

export function openRepeats({ log, ticks, events, everyMs = 60_000 }: On): Repeats {
  const faults = new Map<string, Fault>();
  return {
    failed: (key, error, fields = {}) => {
      const at = ticks();
      const fault = faults.get(key);
      if (!fault) {
        if (faults.size < maxFaults) {
          faults.set(key, { since: at, told: at, failures: 1, more: 0, fields });
        }
        log.error(events.began, { ...fields, error });
        return;
      }
      fault.failures++;
      fault.more++;
      if (at - fault.told < everyMs) return;
      const { more, told } = fault;
      log.warn(events.goesOn, {
        ...fields,
        more,
        seconds: seconds(at - told),
        error: lineOf(error),
      });
      Object.assign(fault, { told: at, more: 0 });
    },
    well: (key) => {
      if (faults.size === 0) return;
      const fault = faults.get(key);
      if (!fault) return;
      faults.delete(key);
      const { since, failures, fields } = fault;
      log.info(events.over, { ...fields, seconds: seconds(ticks() - since), failures });
    },
    failing: () => [...faults.keys()],
  };
}
