import { addDays } from "../civil-date.ts";
import { isOpenForSignature, lastDayToSign, maySign } from "../open-to.ts";
import { byClause, vienna } from "../rule-of-action.ts";
import { type ActionsLook, type Found, hasConsented, isSealed } from "./action.ts";

/** Full powers are listed if they end within this number of days. */
const nearDays = 90;

/** The answer to a circulated text (VCLT article 9). */
export function ofRound({ stage, facts, party, closesOn }: ActionsLook): Found[] {
  const isAsked = typeof stage === "object" && stage.review === "circulated";
  if (!isAsked || !facts.parties.includes(party) || facts.approvedBy.includes(party)) return [];
  return [{ action: "answer-round", kind: "todo", due: closesOn, rule: vienna("9") }];
}

/** Signature while it is open, also after the first seal (VCLT article 12). */
export function ofSignature({ stage, facts, party, on, closesOn }: ActionsLook): Found[] {
  if (facts.signedBy.includes(party) || facts.standing[party] === "declined") return [];
  const clause = byClause(facts.terms, "participation", "12");
  if (typeof stage === "object" && stage.sign === "open" && facts.parties.includes(party)) {
    return [{ action: "sign", kind: "todo", due: closesOn, rule: vienna("12") }];
  }
  if (!isSealed(stage, "signature", ["open"]) || hasConsented(facts, party)) return [];
  if (!maySign(facts, party) || !isOpenForSignature(facts, on)) return [];
  return [{ action: "sign", kind: "open", due: lastDayToSign(facts), rule: clause }];
}

/** Full powers of its representatives that count now and end soon. */
export function ofPowers({ facts, party, on }: ActionsLook): Found[] {
  if (hasConsented(facts, party)) return [];
  return [...facts.credentials, ...facts.generalPowers]
    .filter((one) => one.party === party && !one.void && one.verifiedBy.length > 1)
    .flatMap(({ until }): Found[] =>
      until !== null && until >= on && until <= addDays(on, nearDays)
        ? [{ action: "powers-end", kind: "runs", due: until, rule: vienna("7(1)(a)") }]
        : [],
    );
}
