import type { Logger } from "./logger.ts";
import { openRepeats } from "./repeats.ts";

/** The dependencies that the service can do without for a while. */
export const outageParts = [
  "database",
  "queue",
  "limits",
  "mail",
  "store",
  "timestamps",
  "checkpoint",
] as const;
export type OutagePart = (typeof outageParts)[number];

/** Outages of the service's dependencies, each reported once and not for each request. */
export type Outages = {
  failed(part: OutagePart, error: unknown): void;
  well(part: OutagePart): void;
  isOut(part: OutagePart): boolean;
};

type On = { log: Logger; ticks(): number; everyMs?: number };

const events = { began: "outage-began", goesOn: "outage-goes-on", over: "outage-over" } as const;

export function openOutages({ log, ticks, everyMs }: On): Outages {
  const repeats = openRepeats({ log, ticks, events, ...(everyMs && { everyMs }) });
  return {
    failed: (part, error) => repeats.failed(part, error, { part }),
    well: (part) => repeats.well(part),
    isOut: (part) => repeats.failing().includes(part),
  };
}

/** Records nothing. */
export const noOutages: Outages = { failed: () => {}, well: () => {}, isOut: () => false };

/**
 * Wraps these of its methods, so that their outages are recorded.
 *
 * @param isOutage whether an error means that the part is down; by default every error does
 */
export function notingEach<Thing extends object>(
  outages: Outages,
  part: OutagePart,
  { thing, calls, isOutage }: Noted<Thing>,
): Thing {
  const noted = calls.map((name) => [name, noting(outages, part, thing[name] as Call, isOutage)]);
  return { ...thing, ...Object.fromEntries(noted) };
}

type Noted<Thing> = {
  thing: Thing;
  calls: (keyof Thing & string)[];
  isOutage?: (error: unknown) => boolean;
};

type Call = (...given: never[]) => Promise<unknown>;

/**
 * Wraps a call: its failures are an outage of the part, and its successes end one. An error for which `isOutage` is
 * false counts as a success, because the part did answer.
 */
export function noting<Made extends Call>(
  outages: Outages,
  part: OutagePart,
  call: Made,
  isOutage: (error: unknown) => boolean = () => true,
): Made {
  const noted = async (...given: Parameters<Made>) => {
    try {
      const answer = await call(...given);
      outages.well(part);
      return answer;
    } catch (error) {
      if (isOutage(error)) outages.failed(part, error);
      else outages.well(part);
      throw error;
    }
  };
  return noted as Made;
}
