import type { Act, LaterAgreement, Occurrence } from "../acts.ts";
import { bound } from "../bound.ts";
import type { Facts } from "../facts.ts";
import type { Condition } from "./condition.ts";

/**
 * A later agreement replaces an earlier one only if all parties to the earlier one are parties to it (VCLT article 59).
 * Otherwise the earlier one goes on, and the later one applies between those that are parties to both (articles 30(4)
 * and 41).
 */
export const supersessionConditions = {
  "successor-is-known": (_, act) => laterOf(act) !== null,
  "successor-is-another": (_, act) => laterOf(act)?.isAnother ?? true,
  "successor-is-later": (_, act) => laterOf(act)?.isLater ?? true,
  "successor-is-in-force": (_, act) => laterOf(act)?.inForce ?? true,
  "every-party-joined-successor": (facts, act) => missingFrom(facts, act).length === 0,
  "pair-takes-part": (facts, act) =>
    act.type !== "supersede-between" ||
    (act.parties.length > 1 && act.parties.every((party) => bound(facts).includes(party))),
  "pair-joined-successor": (facts, act) => missingFrom(facts, act).length === 0,
  "others-were-notified": (_, act) =>
    act.type !== "supersede-between" || act.basis === "later-treaty" || act.notified,
  "pair-is-not-superseded": ({ laterBetween }, act) =>
    act.type !== "supersede-between" ||
    !laterBetween.some(
      ({ title, parties }) =>
        title === act.title && parties.toSorted().join() === act.parties.toSorted().join(),
    ),
  "supersession-ends": (_, act) => "effect" in act && act.effect === "termination",
  "suspension-was-intended": (_, act) =>
    !("effect" in act) || act.effect === "termination" || act.ground === "intention",
} satisfies Record<string, Condition>;

/** The parties that the act concerns, for which the earlier agreement is in force and the later one is not. */
export function missingFrom(facts: Facts, act: Act | Occurrence): string[] {
  const later = laterOf(act);
  if (!later) return [];
  const concerned = "parties" in act ? act.parties : bound(facts);
  return concerned.filter((party) => !later.parties.includes(party));
}

function laterOf(act: Act | Occurrence): LaterAgreement | null {
  return "later" in act ? act.later : null;
}
