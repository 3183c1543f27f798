import type { Act, Occurrence } from "../acts.ts";
import { bound } from "../bound.ts";
import type { ConditionName } from "../conditions.ts";
import type { Facts } from "../facts.ts";
import { contractingOnly, notAgreedToRenewal } from "./ending.ts";
import { missingFrom } from "./supersession.ts";

/** The parties that a failed condition is about, which its refusal names; none for most conditions. */
export function concerned(
  condition: ConditionName | "wrong-stage" | "wrong-standing",
  facts: Facts,
  act: Act | Occurrence,
): string[] {
  switch (condition) {
    case "every-party-joined-successor":
    case "pair-joined-successor":
      return missingFrom(facts, act);
    case "renewal-is-agreed":
      return notAgreedToRenewal(facts);
    case "every-party-agreed-to-resumption":
      return bound(facts).filter((party) => !facts.agreedToResumption.includes(party));
    case "contracting-states-consulted":
      return contractingOnly(facts);
    default:
      return [];
  }
}
