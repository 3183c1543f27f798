import type { Act, ActType } from "./acts.ts";
import { addDays } from "./civil-date.ts";
import type { Facts } from "./facts.ts";
import type { CivilDate } from "./terms.ts";
import { withdrawalEffect } from "./withdrawal.ts";

/** How many days back an officer alone may record an act: an instrument received last week is ordinary. */
export const recentDays = 14;

/** How many days a proposal waits for its second officer. */
export const proposalDays = 14;

/** Why an act waits for a second officer. */
export type SecondPersonRule = "changes-for-all" | "dates-back" | "ends-at-once";

/** Acts of the office that end or change the law for all parties at once. */
const forAll: readonly ActType[] = ["terminate", "suspend", "resume", "renew", "supersede"];

/** Acts that two officers record alike in another way; they are not asked for a second one again. */
const byTwoAlready: readonly ActType[] = ["record-signature"];

/**
 * Why this act of an officer needs a second one before anything happens in law; null where one is enough.
 * The day of the act is already a civil date. Extend this function to ask for a second person elsewhere.
 */
export function secondPersonFor(facts: Facts, act: Act, today: CivilDate): SecondPersonRule | null {
  if (byTwoAlready.includes(act.type)) return null;
  if (forAll.includes(act.type)) return "changes-for-all";
  if ("on" in act && act.on < addDays(today, -recentDays)) return "dates-back";
  if (act.type === "give-notice" && withdrawalEffect(facts.terms, act.on).on <= today) {
    return "ends-at-once";
  }
  return null;
}
