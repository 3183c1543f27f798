import { awaitsAcceptance, isAccepted, pendingOf } from "../acceptance-of-all.ts";
import type { Act, Occurrence } from "../acts.ts";
import type { Facts } from "../facts.ts";
import { receivable, standingObjection } from "../receipts.ts";
import type { Reservation } from "../reservation-record.ts";
import {
  hasAnswered,
  isTooLate,
  mayAnswer,
  needsConfirmation,
  reservationState,
} from "../reservations.ts";
import { settles } from "../settle-reservations.ts";
import type { Terms } from "../terms.ts";
import { type Condition, partyOf } from "./condition.ts";

/** Conditions on reservations, their confirmation, and the answers to them (VCLT articles 19 to 23). */
export const reservationConditions = {
  "reservations-are-permitted": (facts, act) =>
    !("reserves" in act && act.reserves) || facts.terms.reservations !== "prohibited",
  "articles-may-be-reserved": ({ terms }, act) =>
    !("reserves" in act && act.reserves) || reservable(terms, act.reservesTo ?? []),
  "reservation-is-multilateral": ({ parties, terms }, act) =>
    !("reserves" in act && act.reserves) || parties.length > 2 || terms.accession,
  "reservation-is-the-partys": (facts, act) =>
    named(facts, act).every((one) => one?.party === partyOf(act)),
  "reservation-is-unconfirmed": (facts, act) =>
    named(facts, act).every(
      (one) =>
        one !== undefined &&
        needsConfirmation(facts.terms, one) &&
        one.confirmedOn === null &&
        one.withdrawnOn === null,
    ),
  "confirmed-with-the-consent": (facts, act) =>
    "on" in act &&
    facts.consents.some(
      (one) => one.party === partyOf(act) && one.act === "deposit" && one.on === act.on,
    ),
  "reservation-stands": (facts, act) =>
    named(facts, act).every(
      (one) =>
        one !== undefined &&
        ["made", "to-be-confirmed", "circulated"].includes(reservationState(facts, one)),
    ),
  "reservation-is-made": (facts, act) =>
    named(facts, act).every((one) => one && reservationState(facts, one) === "made"),
  "party-may-answer": ({ parties, entitled }, act) =>
    [...parties, ...entitled].includes(partyOf(act) ?? ""),
  "concerns-another": ({ parties, entitled }, act) =>
    act.type !== "communicate" ||
    act.concerning === null ||
    (act.concerning !== act.party && [...parties, ...entitled].includes(act.concerning)),
  "reservation-needs-acceptance": ({ terms }) => !terms.reservationRules?.authorised,
  "states-accept-it": (facts, act) =>
    facts.terms.reservationRules?.acceptance !== "organ" ||
    named(facts, act).every((one) => one?.late),
  "reservation-awaits-acceptance": (facts, act) =>
    awaitsAcceptance(facts) &&
    (("reserves" in act && act.reserves) ||
      ("confirms" in act && (act.confirms ?? []).length > 0) ||
      pendingOf(facts, partyOf(act) ?? "").length > 0),
  "reservations-are-accepted": (facts, act) =>
    "on" in act && isAccepted(facts, partyOf(act) ?? "", act.on),
  "reservation-narrows": (facts, act) =>
    "articles" in act && named(facts, act).every((one) => one && narrows(one, act.articles)),
  "objection-stands": (facts, act) =>
    named(facts, act).every((one) => standingObjection(one, partyOf(act)) !== undefined),
  "declaration-is-anothers": (facts, act) =>
    named(facts, act).every(
      (one) => one?.kind === "declaration" && one.party !== partyOf(act) && !one.withdrawnOn,
    ),
  "declaration-is-not-reacted-to": (facts, act) =>
    named(facts, act).every((one) => !one?.reactions.some(({ party }) => party === partyOf(act))),
  "withdrawal-is-on-record": (facts, act) =>
    act.type === "record-receipt" && receivable(facts, act) !== null,
  "receipt-is-not-recorded": (facts, act) =>
    act.type === "record-receipt" && receivable(facts, act)?.receivedOn === null,
  "organ-accepts": ({ terms }) => terms.reservationRules?.acceptance === "organ",
  "organ-has-not-decided": (facts, act) => named(facts, act).every((one) => !one?.organ),
  "something-to-settle": (facts, act) =>
    act.type === "settle-reservations" && settles(facts, act.on),
  "reservation-is-anothers": (facts, act) =>
    named(facts, act).every((one) => one?.kind === "reservation" && one.party !== partyOf(act)),
  "reservation-is-not-answered": (facts, act) =>
    named(facts, act).every((one) => !one || !hasAnswered(one, partyOf(act) ?? "")),
  "state-is-not-notified": (facts, act) =>
    named(facts, act).every((one) => one?.notified[partyOf(act) ?? ""] === undefined),
  "objection-is-late": (facts, act) =>
    act.type === "answer-reservation" &&
    act.objects &&
    named(facts, act).every((one) => one && isTooLate(facts, one, act.party, act.on)),
  "objection-is-not-communicated": (facts, act) =>
    named(facts, act).every((one) => !one?.reactions.some(({ party }) => party === partyOf(act))),
  "time-to-object-runs": (facts, act) =>
    "on" in act &&
    named(facts, act).every((one) => one && mayAnswer(facts, one, partyOf(act) ?? "", act.on)),
} satisfies Record<string, Condition>;

/** The reservations that the act concerns; undefined for one that is not on record. */
function named({ reservations }: Facts, act: Act | Occurrence): (Reservation | undefined)[] {
  const find = (id: string) => reservations.find((one) => one.id === id);
  if (act.type === "lodge-late-reservation") return act.replaces ? [find(act.replaces)] : [];
  if (act.type !== "deposit" && "reservation" in act) return [find(act.reservation)];
  return "confirms" in act ? (act.confirms ?? []).map(find) : [];
}

/**
 * Whether the text lets reservations be made to these articles (VCLT article 19(b)). One to the whole instrument names
 * none, and is made to the excepted articles too.
 */
function reservable(
  { reservationRules: { only, except } = {} }: Terms,
  articles: number[],
): boolean {
  if (only) return articles.length > 0 && articles.every((one) => only.includes(one));
  return !except || (articles.length > 0 && articles.every((one) => !except.includes(one)));
}

/** Whether what is left concerns no article that the reservation does not concern now (ILC Guide 2.5.10, 2.3.4). */
function narrows({ articles, narrowings }: Reservation, left: number[]): boolean {
  const now = narrowings.at(-1)?.articles ?? articles;
  return now.length === 0 || (left.length > 0 && left.every((one) => now.includes(one)));
}
