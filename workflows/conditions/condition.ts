import type { Act, Occurrence } from "../acts.ts";
import type { Facts } from "../facts.ts";

/** A check of the record as it would be after the act. */
export type Condition = (facts: Facts, act: Act | Occurrence) => boolean;

/** The party an act is for, or null. */
export function partyOf(act: Act | Occurrence): string | null {
  return "party" in act ? act.party : null;
}

/** The person who acts; "" for an occurrence without a person. */
export function personOf(act: Act | Occurrence): string {
  return "by" in act ? act.by : "";
}

/** Whether all those needed were present before, or are with the one added now. */
export function all(needed: string[], had: string[], added: string | null): boolean {
  return needed.every((one) => one === added || had.includes(one));
}
