import type { Act, Occurrence } from "./acts.ts";
import { authorityConditions } from "./conditions/authority.ts";
import { laterConditions } from "./conditions/later.ts";
import { proposalConditions } from "./conditions/proposals.ts";
import { reservationConditions } from "./conditions/reservations.ts";
import { signingConditions } from "./conditions/signing.ts";
import { supersessionConditions } from "./conditions/supersession.ts";
import { textConditions } from "./conditions/text.ts";
import type { Facts } from "./facts.ts";

/**
 * What must hold. The machines name these as guards; the name of one that does not hold is the refusal's
 * code. Each speaks of the record as it would be with the act on it.
 */
export const conditions = {
  ...textConditions,
  ...authorityConditions,
  ...signingConditions,
  ...laterConditions,
  ...proposalConditions,
  ...reservationConditions,
  ...supersessionConditions,
};

export type ConditionName = keyof typeof conditions;

/** The first of these that does not hold, and those after it. */
export function failing(names: ConditionName[], facts: Facts, act: Act | Occurrence) {
  return names.filter((name) => !conditions[name](facts, act));
}
