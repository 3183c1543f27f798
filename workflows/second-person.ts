import { type Act, type ActType, rowOf } from "./acts.ts";
import { addDays } from "./civil-date.ts";
import type { CivilDate } from "./terms.ts";

/** How many days back one officer alone can record an act. An instrument received last week is ordinary. */
export const recentDays = 14;

/** How many days a proposal waits for its second officer. */
export const proposalDays = 14;

/** Why an act waits for a second officer. Only proposals of earlier releases contain `ends-at-once`. */
export const secondPersonRules = [
  "changes-for-all",
  "dates-back",
  "ends-at-once",
  "ends",
  "other-dates",
] as const;
export type SecondPersonRule = (typeof secondPersonRules)[number];

/** Of the acts that always wait, those that concern one party. The others change the law for all. */
const endsForOne: readonly ActType[] = [
  "give-notice",
  "end-provisional",
  "opt-out-of-renewal",
  "declare-not-to-become-party",
  "notify-claim",
  "carry-out-claim",
];

/**
 * Why this officer's act needs a second officer before it has legal effect. Null if one is enough, or if both record
 * the act itself. The act's day is already a civil date.
 */
export function secondPersonFor(act: Act, today: CivilDate): SecondPersonRule | null {
  const { second } = rowOf(act.type).needs;
  if (second?.how !== "confirmation") return null;
  if (second.when === "other-dates") {
    return "reason" in act && act.reason !== "" ? "other-dates" : null;
  }
  const always = second.when === "always";
  if (always && !endsForOne.includes(act.type)) return "changes-for-all";
  if (datesBack(act, today)) return "dates-back";
  return always ? "ends" : null;
}

/** Whether the act names a day more than `recentDays` ago. */
export function datesBack(act: Act, today: CivilDate): boolean {
  return "on" in act && act.on < addDays(today, -recentDays);
}
