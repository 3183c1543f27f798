import type { ActType } from "#workflows/acts.ts";
import { bound } from "#workflows/bound.ts";
import { isOpen, standingObjections } from "#workflows/claims.ts";
import type { Facts } from "#workflows/facts.ts";

/** The suspension or the claim that an act is most likely about: one on which it can still be taken. */
export function claimFor(type: ActType, facts: Facts, party: string): Record<string, unknown> {
  const { claims, suspensions } = facts;
  const own = claims.filter((one) => one.party === party && one.revokedOn === null);
  switch (type) {
    case "suspend-between":
      return { parties: bound(facts).slice(0, 2), basis: "clause", from: "9999-12-31" };
    case "resume-between":
      return { suspension: suspensions.find(({ resumedOn }) => resumedOn === null)?.id ?? "" };
    case "notify-claim":
      return { ground: "change-of-circumstances", measure: "termination", against: null };
    case "answer-claim": {
      const open = claims.filter((one) => one.party !== party && isOpen(one));
      const others = (one: (typeof claims)[number]) =>
        !standingObjections(one).some((objection) => objection.party === party);
      return { claim: (open.find(others) ?? open[0])?.id ?? "", objects: open.some(others) };
    }
    case "carry-out-claim":
      return { claim: own.find(isOpen)?.id ?? "", from: null, solved: false };
    case "revoke-claim":
      return { claim: (own.find(isOpen) ?? own.at(-1))?.id ?? "" };
    default:
      return {};
  }
}
