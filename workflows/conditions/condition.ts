import type { Act, Occurrence } from "../acts.ts";
import type { Facts } from "../facts.ts";

/** Whether something holds of the record as it would be with the act on it. */
export type Condition = (facts: Facts, act: Act | Occurrence) => boolean;

/** The party an act is for, if it is for one. */
export function partyOf(act: Act | Occurrence): string | null {
  return "party" in act ? act.party : null;
}

/** The person who acts; nobody in what happens of itself. */
export function personOf(act: Act | Occurrence): string {
  return "by" in act ? act.by : "";
}

/** Whether all that are needed were there before, or with the one added now. */
export function all(needed: string[], had: string[], added: string | null): boolean {
  return needed.every((one) => one === added || had.includes(one));
}
