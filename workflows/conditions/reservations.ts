import type { Act, Occurrence } from "../acts.ts";
import type { Facts, Reservation } from "../facts.ts";
import { mayAnswer, needsConfirmation, reservationState } from "../reservations.ts";
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
        !one.withdrawn,
    ),
  "confirmed-with-the-consent": (facts, act) =>
    "on" in act &&
    facts.consents.some(
      (one) => one.party === partyOf(act) && one.act === "deposit" && one.on === act.on,
    ),
  "reservation-stands": (facts, act) =>
    named(facts, act).every(
      (one) =>
        one !== undefined && ["made", "to-be-confirmed"].includes(reservationState(facts, one)),
    ),
  "reservation-is-made": (facts, act) =>
    named(facts, act).every((one) => one && reservationState(facts, one) === "made"),
  "reservation-is-anothers": (facts, act) =>
    named(facts, act).every((one) => one?.kind === "reservation" && one.party !== partyOf(act)),
  "reservation-is-not-answered": (facts, act) =>
    named(facts, act).every((one) => !one?.answeredBy.includes(partyOf(act) ?? "")),
  "state-is-not-notified": (facts, act) =>
    named(facts, act).every((one) => one?.notified[partyOf(act) ?? ""] === undefined),
  "time-to-object-runs": (facts, act) =>
    "on" in act &&
    named(facts, act).every((one) => one && mayAnswer(facts, one, partyOf(act) ?? "", act.on)),
} satisfies Record<string, Condition>;

/** The reservations that the act concerns; undefined for one that is not on record. */
function named({ reservations }: Facts, act: Act | Occurrence): (Reservation | undefined)[] {
  const find = (id: string) => reservations.find((one) => one.id === id);
  if ("reservation" in act) return [find(act.reservation)];
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
