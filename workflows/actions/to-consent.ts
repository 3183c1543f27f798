import type { Facts } from "../facts.ts";
import { isOpenForAccession } from "../open-to.ts";
import { type ActionRule, byClause, vienna } from "../rule-of-action.ts";
import { type ActionsLook, type Found, hasConsented, isSealed, todo } from "./action.ts";

/** What is still needed after a signature before the party is bound (VCLT articles 8, 12(2)(b) and 14). */
export function ofConsent({ stage, facts, party, on }: ActionsLook): Found[] {
  const standing = facts.standing[party];
  const { terms } = facts;
  if (standing === "unauthorised") return todo("confirm-signature", vienna("8"));
  if (standing === "signedAdReferendum") return todo("confirm-signature", vienna("12(2)(b)"));
  if (standing === "signedSubjectToRatification") {
    const { consentBy = ["ratification"] } = terms;
    const rule = byClause(terms, "consent", "14");
    if (consentBy.every((one) => one === "notification")) {
      return todo("notify-completion", rule);
    }
    const ratify = todo("ratify", rule);
    if (!consentBy.includes("notification")) return ratify;
    return [...ratify, { action: "notify-completion", kind: "open", rule }];
  }
  if (!isSealed(stage, "legal")) return [];
  const isNotifying = JSON.stringify(terms.entry).includes("notification");
  if (standing === "signedDefinitive" && isNotifying) {
    return todo("notify-completion", byClause(terms, "entry", "24(1)"));
  }
  const mayAccede =
    terms.accession &&
    isOpenForAccession(facts, on) &&
    (facts.waysIn[party]?.includes("accede") || isParticipantWithoutConsent(facts, party));
  if (!mayAccede) return [];
  return [{ action: "accede", kind: "open", rule: byClause(terms, "accession", "15") }];
}

/** One that negotiated but never signed, or whose participation ended. */
function isParticipantWithoutConsent(facts: Facts, party: string): boolean {
  const standing = facts.standing[party] ?? "";
  const unsigned = ["invited", "declined", "initialled", "ended"].includes(standing);
  return facts.parties.includes(party) && (unsigned || standing.startsWith("credentials"));
}

/** Declarations that the text requires come with the instrument of consent, authorities after it. */
export function ofStatements({ facts, party, designated }: ActionsLook): Found[] {
  const { declarations = [] } = facts.terms;
  const isToConsent = facts.standing[party] === "signedSubjectToRatification";
  if (!isToConsent && !hasConsented(facts, party)) return [];
  const declared = facts.declared.filter((one) => one.party === party).map((one) => one.article);
  return declarations.flatMap(({ kind, mandatory, article }): Found[] => {
    const rule: ActionRule = { basis: "clause", article: String(article) };
    if (kind === "authority") {
      if (designated.includes(article) || !hasConsented(facts, party)) return [];
      return [{ action: "designate-authority", kind: "todo", rule, article }];
    }
    if (!mandatory || declared.includes(article)) return [];
    return [{ action: "declare", kind: "todo", rule, article }];
  });
}
