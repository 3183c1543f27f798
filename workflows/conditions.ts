import type { Act } from "./acts.ts";
import type { Facts } from "./facts.ts";

type Condition = (facts: Facts, act: Act) => boolean;

/**
 * What must hold. The machine names these as guards; the name of one that does not hold is the refusal's
 * code. Each speaks of the record as it would be with the act on it.
 */
export const conditions = {
  "every-language-has-its-text": (facts) =>
    facts.languages.every((language) => facts.written.includes(language)),
  "text-changed-since-circulation": (facts) => facts.digest !== facts.circulated,
  "language-is-authentic": (facts, act) =>
    "language" in act && facts.languages.includes(act.language),
  "party-takes-part": (facts, act) => "party" in act && facts.parties.includes(act.party),
  "digest-is-current": (facts, act) => "digest" in act && act.digest === facts.digest,
  "party-has-not-approved": (facts, act) => "party" in act && !facts.approvedBy.includes(act.party),
  "every-party-approved": (facts, act) => all(facts.parties, facts.approvedBy, party(act)),
  "one-language": (facts) => facts.languages.length === 1,
  "certifier-did-not-draft": (facts, act) =>
    "language" in act && facts.drafters[act.language] !== act.by,
  "language-is-not-certified": (facts, act) =>
    "language" in act && !facts.certified.includes(act.language),
  "every-language-certified": (facts, act) =>
    all(facts.languages, facts.certified, "language" in act ? act.language : null),
  "signatories-designated": (facts) => facts.parties.every((code) => code in facts.signatories),
  "officer-has-not-authenticated": (facts, act) => !facts.authenticatedBy.includes(act.by),
  "second-officer-authenticates": (facts) => facts.authenticatedBy.length > 0,
  "original-is-not-typeset": (facts) => facts.original === null,
  "original-typeset": (facts) => facts.original !== null,
  "officer-has-not-opened": (facts, act) => !facts.openedBy.includes(act.by),
  "second-officer-opens": (facts) => facts.openedBy.length > 0,
  "same-window-as-proposed": (facts, act) =>
    facts.openedBy.length === 0 || ("closesAt" in act && act.closesAt === facts.closesAt),
  "window-is-open": (facts, act) =>
    facts.closesAt === null || ("at" in act && act.at < facts.closesAt),
  "window-has-closed": (facts, act) =>
    facts.closesAt !== null && "at" in act && act.at >= facts.closesAt,
  "designated-signatory": (facts, act) => "party" in act && facts.signatories[act.party] === act.by,
  "original-is-the-one-shown": (facts, act) =>
    "original" in act && facts.original !== null && act.original === facts.original,
  "party-has-not-signed": (facts, act) => "party" in act && !facts.signedBy.includes(act.party),
  "every-party-signed": (facts, act) => all(facts.parties, facts.signedBy, party(act)),
  "two-parties-remain": (_, act) => "parties" in act && new Set(act.parties).size >= 2,
  "party-has-signed": (facts, act) => "party" in act && facts.signedBy.includes(act.party),
  "party-has-not-agreed-to-withdrawal": (facts, act) =>
    "party" in act && !facts.agreedToWithdrawal.includes(act.party),
  "no-consent-stands": (facts) =>
    facts.signedBy.every((code) => facts.agreedToWithdrawal.includes(code)),
  "officer-has-not-withdrawn": (facts, act) => !facts.withdrawnBy.includes(act.by),
  "second-officer-withdraws": (facts) => facts.withdrawnBy.length > 0,
} satisfies Record<string, Condition>;

export type ConditionName = keyof typeof conditions;

function party(act: Act): string | null {
  return "party" in act ? act.party : null;
}

function all(needed: string[], had: string[], added: string | null): boolean {
  return needed.every((one) => one === added || had.includes(one));
}
