import type { Logger } from "./logger.ts";
import { openRepeats } from "./repeats.ts";

/** What the service stands on and may do without for a while. */
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

/** Outages of the parts that the service stands on, each told once and not once for each request. */
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

/** Takes no note of anything. */
export const noOutages: Outages = { failed: () => {}, well: () => {}, isOut: () => false };

/**
 * The same thing, with these of its calls noted.
 *
 * @param isOutage whether an error says that the part is away; all do unless told
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
 * The same call, whose failures are an outage of the part and whose successes end one. Errors that say nothing about the
 * part (`isOutage` is false) are successes: somebody answered.
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
