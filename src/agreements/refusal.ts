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
  "same-plan-as-proposed": "The first officer has proposed to open signing in another way.",
  "plan-fits-the-parties":
    "Each party stands in one group, and the number that suffices lies between two and all.",
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
  "authenticated-by-initials": "This text is authenticated by two officers and not by initials.",
  "authenticated-by-officers": "This text is authenticated by the parties' initials.",
  "signature-authenticates": "Signature does not authenticate this text.",
  "party-has-not-initialled": "Your party has already initialled this text.",
  "every-party-initialled": "Not every party has initialled this text.",
  "round-is-over": "The time for answers is not over yet.",
  "office-is-of-a-state":
    "Only a State's offices need no full powers; an organisation's representative presents them.",
  "credentials-were-presented": "No such credentials were presented for this party.",
  "credentials-are-not-void": "These credentials have been rejected or revoked.",
  "credentials-are-not-verified": "These credentials are already verified.",
  "verifier-did-not-present": "Who presented credentials cannot verify them.",
  "person-has-not-verified": "You have verified these credentials; a second person must do so too.",
  "second-person-verifies": "A second person of the secretariat must verify the credentials too.",
  "credentials-are-ex-officio": "These credentials are full powers.",
  "authority-to-authenticate": "No verified authority covers initialling by you on this day.",
  "authority-to-sign": "No verified authority covers signature by you on this day.",
  "authority-is-not-withdrawn":
    "The authority to sign for this party has been rejected or revoked.",
  "signature-is-cleared": "The party's clearance to sign is not on record.",
  "signature-is-not-cleared": "The party's clearance to sign is already on record.",
  "party-is-verified": "The party's full powers are not verified.",
  "party-is-exempt": "The party's representative is not exempt by office.",
  "party-presented-credentials": "The party has presented no credentials.",
  "party-is-next-to-sign": "Other parties sign before this one.",
  "signing-act-is-foreseen": "The instrument does not foresee signature in this form.",
  "signs-definitively": "This is not a definitive signature.",
  "signs-ad-referendum": "This is not a signature ad referendum.",
  "signs-subject-to-ratification": "This is not a signature subject to ratification.",
  "signature-binds": "Signature alone does not bind under this instrument.",
  "was-signed-ad-referendum": "The party has not signed ad referendum.",
  "was-signed-subject-to-ratification": "The party has not signed subject to ratification.",
  "quorum-is-reached": "Fewer parties have signed than the quorum asks for.",
  "party-is-not-needed": "The quorum cannot be reached without this party.",
  "first-officer-recorded": "A second officer must record the signature on paper too.",
  "officer-has-not-recorded": "You have recorded this signature; a second officer must do so too.",
  "same-signature-as-recorded": "The first officer has recorded this signature otherwise.",
  "accession-is-foreseen": "The instrument is not open to accession.",
  "notification-is-foreseen": "The instrument does not ask for such a notification.",
  "completion-is-not-notified": "The party has already given this notification.",
  "provisional-application-is-foreseen": "The instrument does not foresee provisional application.",
  "party-applies-provisionally": "The party does not apply the instrument provisionally.",
  "party-does-not-apply-yet": "The party already applies the instrument provisionally.",
  "nobody-else-applies": "Another party applies the instrument provisionally.",
  "dates-are-derived": "The dates are not those that follow from the record.",
  "dates-are-new": "These dates are already on record.",
  "instrument-is-due": "The day of entry into force has not come, or is not on record.",
  "party-is-due": "The party's day of entry into force has not come, or is not on record.",
  "reservations-are-permitted": "The instrument permits no reservations.",
  "reservation-is-the-partys": "This reservation is not your party's.",
  "reservation-is-unconfirmed": "This reservation needs no confirmation.",
  "reservation-stands": "This reservation has been withdrawn, or there is none.",
  "reservation-is-anothers": "Only another party's reservation can be accepted or objected to.",
  "reservation-is-not-answered": "Your party has already answered this reservation.",
  "time-to-object-runs": "The twelve months to answer this reservation are over; it is accepted.",
  "notice-takes-effect-later": "The notice has taken effect and cannot be revoked.",
  "notice-is-due": "The notice has not taken effect.",
  "fewer-than-two-remain": "Two parties or more remain.",
  "party-has-not-agreed-to-suspension": "Your party has already agreed to the suspension.",
  "party-has-not-agreed-to-termination": "Your party has already agreed to the termination.",
  "every-party-agreed-to-suspension": "Not every party has agreed to the suspension.",
  "every-party-agreed-to-termination": "Not every party has agreed to the termination.",
  "duration-is-fixed": "The instrument's duration is not limited.",
  "period-is-over": "The period has not ended.",
  "renewed-for-one-period": "It can be renewed for one period of the same length.",
  "time-to-object-to-correction-is-over": "The time to object to the correction is not over.",
  "copy-is-intact": "The stored file is not the one that was sealed.",
  "registrable-with-the-un": "An instrument that does not bind is registered only with a reason.",
  "in-force-between-two": "It is registered once it is in force, or applied, between two parties.",
} satisfies Record<ConditionName, string>;

/** Conditions on who acts: whoever does not meet them learns nothing of the version. */
const ofPerson: ConditionName[] = ["designated-signatory", "certifier-did-not-draft"];

/** The refusal that comes before any question of the version: the stage's or the person's. */
export function refusalBeforeVersion(result: Exclude<Step, { ok: true }>): Refusal | null {
  if (result.refusal === "wrong-stage") return refusalOf(result);
  if (result.refusal === "wrong-standing") return null;
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
  if (result.refusal === "wrong-standing") {
    return new Refusal("wrong-standing", "The party does not stand where this act is possible.", {
      allowedActs: result.allowed,
    });
  }
  return new Refusal(result.refusal, conditionSentences[result.refusal], {
    failedGuards: result.failed,
  });
}
