import { bound } from "../bound.ts";
import { isOpen, objectionsUntil, standingObjections } from "../claims.ts";
import { vienna } from "../rule-of-action.ts";
import type { ActionsLook, Found } from "./action.ts";

/** Claims of others to which the party may object while the time runs (VCLT article 65(2) and (3)). */
export function ofClaims({ facts, party, on }: ActionsLook): Found[] {
  if (!bound(facts).includes(party)) return [];
  return facts.claims.flatMap((claim): Found[] => {
    const hasObjected = standingObjections(claim).some((one) => one.party === party);
    if (claim.party === party || !isOpen(claim) || hasObjected) return [];
    const due = objectionsUntil(facts, claim);
    if (due !== null && due < on) return [];
    return [
      { action: "answer-claim", kind: "open", due, rule: vienna("65(2)"), other: claim.party },
    ];
  });
}
