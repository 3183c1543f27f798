import { lastDayToOptOut } from "../conditions/ending.ts";
import { consentsBegun, statesOfConsent } from "../consents-begun.ts";
import { byClause, vienna } from "../rule-of-action.ts";
import type { CivilDate, Terms } from "../terms.ts";
import { type ActionsLook, type Found, hasConsented, isSealed } from "./action.ts";

/** What another party has agreed to, and needs the agreement of this one too (VCLT articles 54(b) and 57(b)). */
export function ofConsentOfAll({ stage, facts, party }: ActionsLook): Found[] {
  if (!hasConsented(facts, party)) return [];
  const possible = consentsBegun(facts, party).filter((action) =>
    isSealed(stage, "legal", statesOfConsent[action]),
  );
  return possible.map((action) => ({
    action,
    kind: "todo" as const,
    due: action === "agree-to-renewal" ? facts.expiresOn : null,
    rule:
      action === "agree-to-renewal"
        ? byClause(facts.terms, "duration", "54(b)")
        : vienna(action === "agree-to-termination" ? "54(b)" : "57(b)"),
  }));
}

/** Notices that have not taken effect yet, and the end of the period. */
export function ofEnd({ stage, facts, party, on }: ActionsLook): Found[] {
  const { notices, terms, expiresOn } = facts;
  const rule =
    terms.withdrawal === "silent" ? vienna("56(2)") : byClause(terms, "withdrawal", "54(a)");
  const running = Object.entries(notices).flatMap(([of, due]): Found[] => {
    if (due < on) return [];
    return of === party
      ? [{ action: "own-notice", kind: "runs", due, rule }]
      : [{ action: "other-notice", kind: "runs", due, other: of, rule }];
  });
  const ends = expiresOn !== null && isSealed(stage, "legal", ["inForce", "suspended"]);
  return [
    ...(hasConsented(facts, party) ? running : []),
    ...(ends ? [periodEnd(terms, expiresOn)] : []),
  ];
}

/** The end of the period, on its last day. */
export function periodEnd(terms: Terms, due: CivilDate) {
  const rule = byClause(terms, "duration", "54(a)");
  return { action: "period-ends" as const, kind: "runs" as const, due, rule };
}

/** Keeping out of the next period, until the last day that the text gives for it (VCLT article 54(a)). */
export function ofOptingOut({ stage, facts, party, on }: ActionsLook): Found[] {
  const due = lastDayToOptOut(facts);
  const isOut = facts.optedOut[party] !== undefined && facts.optedOut[party] === facts.expiresOn;
  const mayNot = due === null || on > due || isOut || facts.standing[party] !== "party";
  if (mayNot || !isSealed(stage, "legal", ["inForce"])) return [];
  const rule = byClause(facts.terms, "duration", "54(a)");
  return [{ action: "opt-out-of-renewal", kind: "open", due, rule }];
}
