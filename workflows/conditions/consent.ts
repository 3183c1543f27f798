import type { Act, Occurrence } from "../acts.ts";
import type { Facts } from "../facts.ts";
import { isBodyOfState } from "../party-kinds.ts";
import { instruments } from "../terms.ts";
import { type Condition, partyOf } from "./condition.ts";

/** Conditions on instruments of consent (VCLT articles 11 to 16; VCLT-IO article 14). */
export const consentConditions = {
  "signatory-ratifies": (facts, act) => hasSigned(facts, act) || facts.terms.accession,
  "signatory-need-not-accede": (facts, act) => hasSigned(facts, act) || !facts.terms.accession,
  "party-has-not-consented": () => false,
  "instrument-fits-the-party": (facts, act) => {
    if (!("instrument" in act)) return true;
    const party = partyOf(act) ?? "";
    const isState = facts.states.includes(party) || isBodyOfState(facts.kinds[party]);
    if (act.instrument === "formal-confirmation") return !isState;
    return act.instrument !== "ratification" || isState;
  },
  "instrument-is-foreseen": ({ terms: { consentBy = [...instruments] } }, act) =>
    !("instrument" in act) || !act.instrument || consentBy.includes(act.instrument),
  "signatory-may-notify": ({ terms: { consentBy = [] } }) => consentBy.includes("notification"),
  "accedes-without-signature": (facts, act) => !hasSigned(facts, act),
  "entry-is-not-recorded": ({ entry }, act) => entry.parties[partyOf(act) ?? ""] === undefined,
  "consent-was-accession": (facts, act) =>
    ["accession", "succession"].includes(lastAct(facts, act) ?? ""),
  "consent-was-notification": (facts, act) => lastAct(facts, act) === "notification",
  "signature-awaits-instrument": (facts, act) => {
    const { consent } = facts.terms;
    const own = facts.consents.find((one) => one.party === partyOf(act) && one.act === "signature");
    return own?.as === "ad-referendum"
      ? !consent.includes("definitive")
      : own?.as === "subject-to-ratification";
  },
} satisfies Record<string, Condition>;

function hasSigned({ consents }: Facts, act: Act | Occurrence): boolean {
  return consents.some((one) => one.party === partyOf(act) && one.act === "signature");
}

function lastAct({ consents }: Facts, act: Act | Occurrence) {
  return consents.findLast((one) => one.party === partyOf(act))?.act;
}
