import { type Fault, Refusal } from "#src/errors.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { failureOf } from "#workflows/conditions/failures.ts";
import type { ConditionName } from "#workflows/conditions.ts";
import type { Step } from "#workflows/step.ts";

/** Conditions on the party and the person. People who fail them learn nothing about the version. */
const ofPerson: ConditionName[] = [
  "party-signs-at-ceremony",
  "party-may-sign",
  "signature-period-runs",
  "designated-signatory",
  "certifier-did-not-draft",
  "proposal-is-anothers",
];

/** The refusal by stage or person, which comes before any check of the version. */
export function refusalBeforeVersion(result: Exclude<Step, { ok: true }>): Refusal | null {
  if (result.refusal === "wrong-stage") return refusalOf(result);
  if (result.refusal === "wrong-standing") return null;
  const refusal = ofPerson.find((name) => result.failed.includes(name));
  return refusal ? refusalOf({ ...result, refusal }) : null;
}

/** Details that a refusal names besides its condition: missing parties, a day that is too early. */
type Named = { parties?: string[]; days?: Fault[] };

/** The refusal for a step that the law did not take. */
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
    ...(parties.length > 0 && { parties }),
    ...(result.refusal === "act-was-possible-then" && days.length > 0 && { errors: days }),
  });
}
