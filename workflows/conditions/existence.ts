import { type Condition, partyOf } from "./condition.ts";

/** What others do about a party: it needs none of its own will. */
const withoutIt: string[] = [
  "end-participation",
  "verify-credentials",
  "reject-credentials",
  "notify-reservation",
  "record-receipt",
  "acknowledge-notification",
  "carry-out-claim",
];

/**
 * A State that has ceased to exist, or an organisation that was dissolved, takes no act; its acts of earlier days are still
 * recorded. A successor State acts in its own name (Vienna Convention of 1978, articles 2(1)(b) and 22).
 */
export const existenceConditions = {
  "party-existed-then": ({ ceased }, act) => {
    const end = ceased[partyOf(act) ?? ""];
    if (end === undefined || withoutIt.includes(act.type)) return true;
    return "on" in act && act.on < end;
  },
} satisfies Record<string, Condition>;
