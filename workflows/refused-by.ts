import type { Act } from "./acts.ts";
import { type ConditionName, failing } from "./conditions.ts";
import type { Facts } from "./facts.ts";

/** The refusal that names the first condition of a transition that does not hold. */
export function refusedBy(
  { guard }: { guard?: unknown },
  facts: Facts,
  act: Act,
): { ok: false; refusal: ConditionName; failed: ConditionName[] } {
  const failed = failing(required(guard), facts, act);
  const first = failed[0];
  if (!first) throw new Error(`The act ${act.type} was refused by no condition.`);
  return { ok: false, refusal: first, failed };
}

function required(guard: unknown): ConditionName[] {
  if (!guard || typeof guard !== "object" || !("params" in guard)) return [];
  return Array.isArray(guard.params) ? guard.params : [];
}
