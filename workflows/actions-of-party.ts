import { addDays, type CivilDate } from "./civil-date.ts";
import { consentsBegun, statesOfConsent } from "./consents-begun.ts";
import type { Facts } from "./facts.ts";
import { isOpenForAccession, isOpenForSignature, lastDayToSign, maySign } from "./open-to.ts";
import { hasAnswered, mayAnswer, reservationState, timeToObject } from "./reservations.ts";
import { type ActionRule, byClause, practice, vienna } from "./rule-of-action.ts";
import type { Stage } from "./stage.ts";

/** What a party has to do about an agreement, may do, or should know is running. */
export const partyActions = [
  "answer-round",
  "sign",
  "confirm-signature",
  "ratify",
  "notify-completion",
  "confirm-reservation",
  "declare",
  "designate-authority",
  "answer-reservation",
  "object-to-correction",
  "agree-to-renewal",
  "agree-to-suspension",
  "agree-to-resumption",
  "agree-to-termination",
  "accede",
  "own-notice",
  "other-notice",
  "period-ends",
  "powers-end",
] as const;
export type PartyActionName = (typeof partyActions)[number];

export type PartyAction = {
  action: PartyActionName;
  /** `todo`: awaited of it; `open`: it may; `runs`: something takes effect by itself. */
  kind: "todo" | "open" | "runs";
  /** The last day on which it may act, or the day on which it takes effect; null if there is none, or none yet. */
  due: CivilDate | null;
  rule: ActionRule;
  /** The article of the text that it is about. */
  article: number | null;
  /** The other party that it is about: whose reservation, whose notice. */
  other: string | null;
};

export type ActionsLook = {
  stage: Stage;
  facts: Facts;
  party: string;
  /** The day in the instrument's zone. */
  on: CivilDate;
  /** When signing or the round closes, in the instrument's zone; null if no time was set. */
  closesOn: CivilDate | null;
  /** Articles under which the party has designated an authority. */
  designated: number[];
};

/** Full powers are listed if they end within this number of days. */
const nearDays = 90;

/** What is to be done by a party, open to it, or running about it, in one agreement. Derived from the record alone. */
export function actionsOfParty(look: ActionsLook): PartyAction[] {
  const { facts, party } = look;
  if (!facts.parties.includes(party) && !facts.entitled.includes(party)) return [];
  const found = [
    ...ofRound(look),
    ...ofSignature(look),
    ...ofConsent(look),
    ...ofStatements(look),
    ...ofReservations(look),
    ...ofConsentOfAll(look),
    ...ofEnd(look),
    ...ofPowers(look),
  ];
  return found.map((one) => ({ due: null, article: null, other: null, ...one }));
}

type Found = Pick<PartyAction, "action" | "kind" | "rule"> & Partial<PartyAction>;

function ofRound({ stage, facts, party, closesOn }: ActionsLook): Found[] {
  const isAsked = typeof stage === "object" && stage.review === "circulated";
  if (!isAsked || !facts.parties.includes(party) || facts.approvedBy.includes(party)) return [];
  return [{ action: "answer-round", kind: "todo", due: closesOn, rule: vienna("9") }];
}

/** Signature while it is open, also after the first seal (VCLT article 12). */
function ofSignature({ stage, facts, party, on, closesOn }: ActionsLook): Found[] {
  if (facts.signedBy.includes(party) || facts.standing[party] === "declined") return [];
  const clause = byClause(facts.terms, "participation", "12");
  if (typeof stage === "object" && stage.sign === "open" && facts.parties.includes(party)) {
    return [{ action: "sign", kind: "todo", due: closesOn, rule: vienna("12") }];
  }
  if (!isSealed(stage, "signature", ["open"]) || hasConsented(facts, party)) return [];
  if (!maySign(facts, party) || !isOpenForSignature(facts, on)) return [];
  return [{ action: "sign", kind: "open", due: lastDayToSign(facts), rule: clause }];
}

/** What is still needed after a signature before the party is bound (VCLT articles 8, 12(2)(b) and 14). */
function ofConsent({ stage, facts, party, on }: ActionsLook): Found[] {
  const standing = facts.standing[party];
  const { terms } = facts;
  if (standing === "unauthorised") return todo("confirm-signature", vienna("8"));
  if (standing === "signedAdReferendum") return todo("confirm-signature", vienna("12(2)(b)"));
  if (standing === "signedSubjectToRatification") {
    return todo("ratify", byClause(terms, "consent", "14"));
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
function ofStatements({ facts, party, designated }: ActionsLook): Found[] {
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

/** Its own reservations to confirm at consent, and the windows in which it may object (VCLT articles 20 and 23). */
function ofReservations({ facts, party, on }: ActionsLook): Found[] {
  return facts.reservations.flatMap((one): Found[] => {
    if (one.kind !== "reservation") return [];
    const state = reservationState(facts, one);
    if (one.party === party) {
      if (state !== "to-be-confirmed") return [];
      return todo("confirm-reservation", vienna("23(2)"));
    }
    const isOpen = ["made", "circulated"].includes(state);
    if (!isOpen || hasAnswered(one, party) || !mayAnswer(facts, one, party, on)) return [];
    const { until, rule: why } = timeToObject(facts, one, party);
    const stated = facts.terms.reservationRules?.objectionMonths !== undefined;
    const rule =
      why === "late"
        ? practice
        : stated
          ? byClause(facts.terms, "reservations", "20(5)")
          : vienna("20(5)");
    return [{ action: "answer-reservation", kind: "open", due: until, other: one.party, rule }];
  });
}

/** What another party has agreed to, and needs the agreement of this one too (VCLT articles 54(b) and 57(b)). */
function ofConsentOfAll({ stage, facts, party }: ActionsLook): Found[] {
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

/** Notices that run, the end of the period, and the time to object to a correction. */
function ofEnd({ stage, facts, party, on }: ActionsLook): Found[] {
  const { notices, terms, correction, expiresOn } = facts;
  const rule =
    terms.withdrawal === "silent" ? vienna("56(2)") : byClause(terms, "withdrawal", "54(a)");
  const running = Object.entries(notices).map(
    ([of, due]): Found =>
      of === party
        ? { action: "own-notice", kind: "runs", due, rule }
        : { action: "other-notice", kind: "runs", due, other: of, rule },
  );
  const isOpen = isSealed(stage, "correction") && correction?.open && on <= correction.until;
  const correcting: Found = {
    action: "object-to-correction",
    kind: "open",
    due: correction?.until ?? null,
    rule: vienna("79(2)"),
  };
  const ends = expiresOn !== null && isSealed(stage, "legal", ["inForce", "suspended"]);
  const ending = byClause(terms, "duration", "54(a)");
  return [
    ...(hasConsented(facts, party) ? running : []),
    ...(isOpen ? [correcting] : []),
    ...(ends
      ? [{ action: "period-ends" as const, kind: "runs" as const, due: expiresOn, rule: ending }]
      : []),
  ];
}

/** Full powers of its representatives that count now and end soon. */
function ofPowers({ facts, party, on }: ActionsLook): Found[] {
  if (hasConsented(facts, party)) return [];
  return [...facts.credentials, ...facts.generalPowers]
    .filter((one) => one.party === party && !one.void && one.verifiedBy.length > 1)
    .flatMap(({ until }): Found[] =>
      until !== null && until >= on && until <= addDays(on, nearDays)
        ? [{ action: "powers-end", kind: "runs", due: until, rule: vienna("7(1)(a)") }]
        : [],
    );
}

const bound = ["contracting", "party", "noticeRunning", "awaitingAcceptance"];

function hasConsented({ standing }: Facts, party: string): boolean {
  return bound.includes(standing[party] ?? "");
}

/** Whether the agreement is sealed, and one of its parallel sides is in one of these states, if any are named. */
function isSealed(
  stage: Stage,
  side: "signature" | "legal" | "correction",
  states: string[] | null = null,
): boolean {
  const sides = typeof stage === "object" ? stage.publish : undefined;
  const state = (sides as Record<string, string> | undefined)?.[side];
  if (state === undefined) return false;
  return states === null ? !ended.includes(state) : states.includes(state);
}

const ended = ["terminated", "expired", "superseded"];

function todo(action: PartyActionName, rule: ActionRule): Found[] {
  return [{ action, kind: "todo", rule }];
}
