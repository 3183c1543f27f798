import { type Fault, Refusal } from "#src/errors.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { failureOf } from "#workflows/conditions/failures.ts";
import type { ConditionName } from "#workflows/conditions.ts";
import type { Step } from "#workflows/step.ts";

/** Conditions on who acts: whoever does not meet them learns nothing of the version. */
const ofPerson: ConditionName[] = [
  "designated-signatory",
  "certifier-did-not-draft",
  "proposal-is-anothers",
];

/** The refusal that comes before any question of the version: the stage's or the person's. */
export function refusalBeforeVersion(result: Exclude<Step, { ok: true }>): Refusal | null {
  if (result.refusal === "wrong-stage") return refusalOf(result);
  if (result.refusal === "wrong-standing") return null;
  const refusal = ofPerson.find((name) => result.failed.includes(name));
  return refusal ? refusalOf({ ...result, refusal }) : null;
}

/** What a refusal names beside its condition: parties that are missing, a day that is too early. */
type Named = { parties?: string[]; days?: Fault[] };

/** The refusal that answers a step the law did not take. */
export function refusalOf(
  result: Exclude<Step, { ok: true }>,
  { parties = [], days = [] }: Named = {},
): Refusal {
  if (result.refusal === "wrong-stage") {
    return new Refusal("wrong-stage", "The agreement is not in a stage for this act.", {
      allowedActs: result.allowed,
    });
  }
  if (result.refusal === "wrong-standing") {
    return new Refusal("wrong-standing", "The party does not stand where this act is possible.", {
      allowedActs: result.allowed,
    });
  }
  const code = failureOf(result.refusal);
  return new Refusal(code, problemWords(code, "en"), {
    failedGuards: result.failed,
    ...(result.refusal === "every-party-joined-successor" && { parties }),
    ...(result.refusal === "act-was-possible-then" && days.length > 0 && { errors: days }),
  });
}
