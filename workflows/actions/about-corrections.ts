import { answersCorrection } from "../corrections.ts";
import { vienna } from "../rule-of-action.ts";
import { type ActionsLook, type Found, isSealed, todo } from "./action.ts";

/**
 * The proposed correction. With a depositary, silence until the day that it set agrees, so a State need only object
 * (VCLT article 79(2)); without one, the agreement of each signatory and contracting State is awaited (79(1)).
 */
export function ofCorrection({ stage, facts, party, on }: ActionsLook): Found[] {
  const { correction, terms } = facts;
  if (!correction?.open || !isSealed(stage, "correction")) return [];
  if (!answersCorrection(facts, party) || correction.agreed.includes(party)) return [];
  if (terms.depositary === "none") return todo("agree-to-correction", vienna("79(1)"));
  if (on > correction.until) return [];
  return [
    { action: "object-to-correction", kind: "open", due: correction.until, rule: vienna("79(2)") },
  ];
}
