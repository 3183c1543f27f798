import type { Participation } from "../api/contract.d.ts";
import type { Values } from "./form.ts";

type Days = [party: string, day: string][];

/** The days in the form: the instrument's is under the code "". */
export function dayOf(values: Values, code: string): string {
  if (code === "") return typeof values.instrument === "string" ? values.instrument : "";
  return daysOf(values).find(([party]) => party === code)?.[1] ?? "";
}

/** The change that sets a day; an empty one takes the party out. */
export function withDay(values: Values, code: string, day: string): Values {
  if (code === "") return { instrument: day };
  const others = daysOf(values).filter(([party]) => party !== code);
  return { parties: day === "" ? others : [...others, [code, day]] };
}

/** The parties' days, by code. */
export function partyDays(values: Values): Record<string, string> {
  return Object.fromEntries(daysOf(values));
}

/**
 * The days that a record gives: those on record stay, and parties that enter with the instrument enter on its recorded
 * day.
 */
export function daysFrom({ entry, inForceOn, participants }: Participation): Values {
  const derived = entry.state === "dated" ? entry.on : "";
  const instrument = inForceOn ?? derived;
  const parties = participants.flatMap(({ party, entry: own, inForceOn: since }): Days => {
    if (since) return [[party, since]];
    if (own?.state !== "dated") return [];
    return [[party, own.on === derived || own.on < instrument ? instrument : own.on]];
  });
  return { instrument, parties };
}

function daysOf(values: Values): Days {
  return (values.parties as Days | undefined) ?? [];
}
