import { answersCorrection, everyStateAgreed, isTooLateToObject } from "../corrections.ts";
import { type Condition, partyOf } from "./condition.ts";

/** Conditions of corrections (VCLT article 79). */
export const correctionConditions = {
  "no-correction-is-open": ({ correction }) => !correction?.open,
  "party-may-answer-correction": (facts, act) => answersCorrection(facts, partyOf(act) ?? ""),
  "party-has-not-agreed-to-correction": ({ correction }, act) =>
    !correction?.agreed.includes(partyOf(act) ?? ""),
  "correction-objection-is-late": (facts, act) =>
    act.type === "object-to-correction" && isTooLateToObject(facts, act.on),
  "time-to-object-to-correction-is-over": (facts, act) =>
    facts.terms.depositary === "none" ||
    everyStateAgreed(facts) ||
    (facts.correction !== null && "on" in act && facts.correction.until < act.on),
  "every-state-agreed-to-correction": (facts) =>
    facts.terms.depositary !== "none" || everyStateAgreed(facts),
  "correction-awaits-un-notice": ({ correctionsToNotify }, act) =>
    act.type === "notify-un-of-correction" && correctionsToNotify.includes(act.correction),
  "copy-was-issued": ({ copies }, act) =>
    act.type === "correct-certified-copy" && act.serial >= 1 && act.serial <= copies,
} satisfies Record<string, Condition>;
