import type { Act, LaterAgreement, Occurrence } from "../acts.ts";
import { bound } from "../bound.ts";
import type { Facts } from "../facts.ts";
import type { Condition } from "./condition.ts";

/**
 * A later agreement replaces an earlier one only if all parties to the earlier one are parties to it (VCLT article 59).
 * Otherwise both apply side by side, pair by pair (articles 30(4) and 41).
 */
export const supersessionConditions = {
  "successor-is-known": (_, act) => laterOf(act) !== null,
  "successor-is-another": (_, act) => laterOf(act)?.isAnother ?? true,
  "successor-is-later": (_, act) => laterOf(act)?.isLater ?? true,
  "successor-is-in-force": (_, act) => laterOf(act)?.inForce ?? true,
  "every-party-joined-successor": (facts, act) => missingFrom(facts, act).length === 0,
  "supersession-ends": (_, act) => "effect" in act && act.effect === "termination",
  "suspension-was-intended": (_, act) =>
    !("effect" in act) || act.effect === "termination" || act.ground === "intention",
} satisfies Record<string, Condition>;

/** The parties for which the earlier agreement is in force and the later one is not. */
export function missingFrom(facts: Facts, act: Act | Occurrence): string[] {
  const later = laterOf(act);
  if (!later) return [];
  return bound(facts).filter((party) => !later.parties.includes(party));
}

function laterOf(act: Act | Occurrence): LaterAgreement | null {
  return "later" in act ? act.later : null;
}
