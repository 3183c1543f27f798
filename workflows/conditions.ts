import type { Act, Occurrence } from "./acts.ts";
import { adoptionConditions } from "./conditions/adoption.ts";
import { authorityConditions } from "./conditions/authority.ts";
import { claimConditions } from "./conditions/claims.ts";
import { consentConditions } from "./conditions/consent.ts";
import { correctionConditions } from "./conditions/corrections.ts";
import { endingConditions } from "./conditions/ending.ts";
import { existenceConditions } from "./conditions/existence.ts";
import { laterConditions } from "./conditions/later.ts";
import { openingConditions } from "./conditions/opening.ts";
import { proposalConditions } from "./conditions/proposals.ts";
import { reservationConditions } from "./conditions/reservations.ts";
import { signingConditions } from "./conditions/signing.ts";
import { statementConditions } from "./conditions/statements.ts";
import { successionConditions } from "./conditions/succession.ts";
import { supersessionConditions } from "./conditions/supersession.ts";
import { textConditions } from "./conditions/text.ts";
import type { Facts } from "./facts.ts";

/**
 * The conditions, which the machines name as guards. `failures.ts` maps each failed condition to a code. Each condition
 * checks the record as it would be after the act.
 */
export const conditions = {
  ...textConditions,
  ...adoptionConditions,
  ...authorityConditions,
  ...signingConditions,
  ...consentConditions,
  ...openingConditions,
  ...laterConditions,
  ...existenceConditions,
  ...endingConditions,
  ...proposalConditions,
  ...reservationConditions,
  ...statementConditions,
  ...successionConditions,
  ...supersessionConditions,
  ...correctionConditions,
  ...claimConditions,
};

export type ConditionName = keyof typeof conditions;

/** The conditions that do not hold, in the given order. */
export function failing(names: ConditionName[], facts: Facts, act: Act | Occurrence) {
  return names.filter((name) => !conditions[name](facts, act));
}
