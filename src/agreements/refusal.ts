import { Refusal } from "#src/errors.ts";
import type { ConditionName } from "#workflows/conditions.ts";
import type { Step } from "#workflows/step.ts";

/** What each condition asks for, in a sentence for the person whose act was refused. */
export const conditionSentences = {
  "every-language-has-its-text": "An authentic language has no text yet.",
  "text-changed-since-circulation": "The text is the one that was circulated; change it first.",
  "language-is-authentic": "The agreement is not made in this language.",
  "party-takes-part": "This party does not take part in the agreement.",
  "digest-is-current": "The text has changed since you read it. Reload and read it again.",
  "party-has-not-approved": "Your party has already approved this text.",
  "every-party-approved": "Not every party has approved this text.",
  "one-language": "The agreement is made in several languages.",
  "certifier-did-not-draft": "Who drafted a language version cannot certify it.",
  "language-is-not-certified": "This language version is already certified.",
  "every-language-certified": "Not every language version is certified.",
  "signatories-designated": "A party has not designated its signatory.",
  "officer-has-not-authenticated":
    "You have authenticated this text; a second officer must do so too.",
  "second-officer-authenticates": "A second legal officer must authenticate the text too.",
  "original-is-not-typeset": "The original of this text is already typeset.",
  "original-typeset": "The original is still being typeset.",
  "officer-has-not-opened": "You have opened signing; a second officer must do so too.",
  "second-officer-opens": "A second legal officer must open signing too.",
  "same-window-as-proposed": "The first officer has proposed another end of signing.",
  "window-is-open": "The time for signing is over.",
  "window-has-closed": "The time for signing is not over yet.",
  "designated-signatory": "You are not the signatory whom this party has designated.",
  "original-is-the-one-shown":
    "The original is not the one you were shown. Reload and read it again.",
  "party-has-not-signed": "Your party has already signed.",
  "every-party-signed": "Not every party has signed.",
  "two-parties-remain": "An agreement has at least two parties.",
  "party-has-signed": "Your party has not signed.",
  "party-has-not-agreed-to-withdrawal": "Your party has already agreed to the withdrawal.",
  "no-consent-stands":
    "A party has signed; only with the recorded agreement of all who have signed can it be withdrawn.",
  "officer-has-not-withdrawn": "You have recorded the withdrawal; a second officer must do so too.",
  "second-officer-withdraws": "A second legal officer must record the withdrawal too.",
} satisfies Record<ConditionName, string>;

/** Conditions on who acts: whoever does not meet them learns nothing of the version. */
const ofPerson: ConditionName[] = ["designated-signatory", "certifier-did-not-draft"];

/** The refusal that comes before any question of the version: the stage's or the person's. */
export function refusalBeforeVersion(result: Exclude<Step, { ok: true }>): Refusal | null {
  if (result.refusal === "wrong-stage") return refusalOf(result);
  const refusal = ofPerson.find((name) => result.failed.includes(name));
  return refusal ? refusalOf({ ...result, refusal }) : null;
}

/** The refusal that answers a step the law did not take. */
export function refusalOf(result: Exclude<Step, { ok: true }>): Refusal {
  if (result.refusal === "wrong-stage") {
    return new Refusal("wrong-stage", "The agreement is not in a stage for this act.", {
      allowedActs: result.allowed,
    });
  }
  return new Refusal(result.refusal, conditionSentences[result.refusal], {
    failedGuards: result.failed,
  });
}
