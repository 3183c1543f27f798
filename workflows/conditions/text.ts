import { all, type Condition, partyOf, personOf } from "./condition.ts";

/** Conditions on the way to one text in all languages (VCLT articles 9 and 10). */
export const textConditions = {
  "every-language-has-its-text": (facts) =>
    facts.languages.every((language) => facts.written.includes(language)),
  "text-changed-since-circulation": (facts) => facts.digest !== facts.circulated,
  "language-is-authentic": (facts, act) => {
    const languages = languagesOf(act);
    const changesTerms = "terms" in act && act.terms === true;
    return (
      (languages.length > 0 || changesTerms) &&
      languages.every((one) => facts.languages.includes(one))
    );
  },
  "party-takes-part": (facts, act) => facts.parties.includes(partyOf(act) ?? ""),
  "digest-is-current": (facts, act) => "digest" in act && act.digest === facts.digest,
  "party-has-not-approved": (facts, act) => !facts.approvedBy.includes(partyOf(act) ?? ""),
  "every-party-approved": (facts, act) => all(facts.parties, facts.approvedBy, partyOf(act)),
  "one-language": (facts) => facts.languages.length === 1,
  "certifier-did-not-draft": (facts, act) =>
    "language" in act && facts.drafters[act.language] !== personOf(act),
  "language-is-not-certified": (facts, act) =>
    "language" in act && !facts.certified.includes(act.language),
  "every-language-certified": (facts, act) =>
    all(facts.languages, facts.certified, "language" in act ? act.language : null),
  // A text that stays open for signature, or that a conference adopted, need not be signed by all that negotiated.
  "signatories-designated": ({ terms, parties, signatories }) => {
    const notByAll = terms.participation?.signature != null || terms.adoption !== undefined;
    const some = parties.some((code) => code in signatories);
    return notByAll ? some : parties.every((code) => code in signatories);
  },
  "authenticated-by-initials": (facts) => facts.terms.authentication === "initials",
  "authenticated-by-officers": (facts) => facts.terms.authentication !== "initials",
  "signature-authenticates": (facts) => facts.terms.authentication === "signature",
  "party-has-not-initialled": (facts, act) => !facts.initialledBy.includes(partyOf(act) ?? ""),
  "every-party-initialled": (facts, act) => all(facts.parties, facts.initialledBy, partyOf(act)),
  "officer-has-not-authenticated": (facts, act) => !facts.authenticatedBy.includes(personOf(act)),
  "second-officer-authenticates": (facts) => facts.authenticatedBy.length > 0,
  "no-difference-is-open": (facts) => facts.differences.length === 0,
  "difference-is-open": (facts, act) =>
    "difference" in act && facts.differences.includes(act.difference),
  "officer-has-not-dismissed": (facts, act) =>
    "difference" in act && !facts.dismissedBy[act.difference]?.includes(personOf(act)),
  "original-is-not-typeset": (facts) => facts.original === null,
  "original-typeset": (facts) => facts.original !== null,
  "two-parties-remain": (_, act) => "parties" in act && new Set(act.parties).size >= 2,
  "round-is-over": (facts, act) =>
    facts.respondBy !== null && "at" in act && act.at >= facts.respondBy,
} satisfies Record<string, Condition>;

function languagesOf(act: Parameters<Condition>[1]): string[] {
  if ("languages" in act) return act.languages;
  return "language" in act ? [act.language] : [];
}
