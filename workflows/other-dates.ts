import type { EntryDates } from "./acts.ts";
import { consentsOf, entryOf } from "./entry-of.ts";
import type { Facts } from "./facts.ts";

/** Whether every given date is the engine's. A missing party is determined later. */
export function areDerived(facts: Facts, given: EntryDates): boolean {
  const derived = entryOf(facts);
  if (derived === null || derived.instrument !== given.instrument) return false;
  return Object.entries(given.parties).every(([code, on]) => derived.parties[code] === on);
}

/**
 * Whether the depositary can determine these dates though the engine derives others. It is the text's date that it
 * states, not its own: two parties must have consented by the instrument's day, nobody is bound before its own
 * consent or before the instrument is in force, and a day on record stays (VCLT articles 24 and 77(2)).
 */
export function arePossible(facts: Facts, { instrument, parties }: EntryDates): boolean {
  const recorded = facts.entry.instrument;
  if (recorded !== null && recorded !== instrument) return false;
  const consented = new Map(consentsOf(facts).map(({ party, on }) => [party, on]));
  const bound = [...consented.values()].filter((on) => on <= instrument);
  return (
    (recorded !== null || bound.length >= 2) &&
    Object.entries(parties).every(([code, on]) => {
      const own = consented.get(code);
      return own !== undefined && own <= on && instrument <= on;
    })
  );
}
