import { awaitsAcceptance } from "./acceptance-of-all.ts";
import { addDays, laterOf } from "./civil-date.ts";
import { consentDays } from "./expressed-consents.ts";
import type { Facts } from "./facts.ts";
import type { DaysByParty, Reservation, ReservationAnswer } from "./reservation-record.ts";
import { madeOn, timeToObject } from "./reservations.ts";
import type { CivilDate } from "./terms.ts";

/** What a reservation does between the State that made it and another (VCLT articles 20 and 21). */
export type PairEffect =
  /** The reserved provisions are modified to the extent of the reservation, for both (21(1)). */
  | "modified"
  /** They do not apply between the two to the extent of the reservation (21(3)). */
  | "excluded"
  /** The objector definitely excluded that the treaty enter into force between the two (20(4)(b)). */
  | "no-relations"
  /** The other State may still object (20(5)). */
  | "open"
  /** All or an organ have not accepted it yet: the reserving State is no contracting State (20(2) and (3)). */
  | "unaccepted"
  /** No effect between the two on this day. */
  | "none";

/** Why it has this effect. */
export type EffectRule =
  | "authorised"
  | "organ"
  | "all"
  | "accepted"
  | "silence"
  | "objection-withdrawn"
  | "objected"
  | "objected-excluding"
  | "time-runs"
  | "not-notified"
  | "awaits-all"
  | "awaits-organ"
  | "refused-by-organ"
  | "not-made"
  | "not-consented"
  | "withdrawn"
  | "late-circulated"
  | "late-prevented";

export type EffectBetween = {
  effect: PairEffect;
  rule: EffectRule;
  /** The day from which it is so; null if no day makes it so. */
  since: CivilDate | null;
  /** The articles concerned between the two on this day; empty if it concerns the whole instrument. */
  articles: number[];
  /** A withdrawal that the other State has not received notice of: the reservation still stands for it (22(3)(a)). */
  unnoticed: CivilDate | null;
};

/** The effect of a reservation between its State and another one on a day. For information. */
export function effectBetween(
  facts: Facts,
  made: Reservation,
  other: string,
  on: CivilDate,
): EffectBetween {
  const articles = articlesBetween(facts, made, other, on);
  const told = (effect: PairEffect, rule: EffectRule, since: CivilDate | null = null) => ({
    effect,
    rule,
    since,
    articles,
    unnoticed: null,
  });
  const since = madeOn(facts, made);
  if (made.late && !(made.late.deposited && since !== null && since <= on)) {
    const isOver = made.late.closedOn !== null && made.late.closedOn <= on;
    return told("none", isOver ? "late-prevented" : "late-circulated", made.late.circulatedOn);
  }
  if (since === null || since > on) return told("none", "not-made");
  const consentedOn = consentDays(facts).get(other) ?? null;
  if (consentedOn === null || consentedOn > on) return told("none", "not-consented");
  const gone = operatesFrom(made.withdrawnOn, made.withdrawalReceivedOn, other, consentedOn);
  if (gone !== null && gone <= on) return told("none", "withdrawn", gone);
  const unnoticed = made.withdrawnOn !== null && made.withdrawnOn <= on ? made.withdrawnOn : null;
  const begins = laterOf(since, consentedOn);
  return { ...whileItStands(facts, made, other, { on, begins, told }), unnoticed };
}

type Standing = {
  on: CivilDate;
  /** The later of the day on which it was made and the other State's consent. */
  begins: CivilDate;
  told: (effect: PairEffect, rule: EffectRule, since?: CivilDate | null) => EffectBetween;
};

function whileItStands(
  facts: Facts,
  made: Reservation,
  other: string,
  standing: Standing,
): EffectBetween {
  const { on, begins, told } = standing;
  const { authorised, acceptance } = facts.terms.reservationRules ?? {};
  if (authorised) return told("modified", "authorised", begins);
  // A late one was deposited because nobody objected: silence accepted it for all.
  if (made.late) return told("modified", "silence", begins);
  if (acceptance === "organ" && made.organ?.accepted === false && made.organ.on <= on) {
    return told("unaccepted", "refused-by-organ", made.organ.on);
  }
  if (awaitsAcceptance(facts)) {
    const isOrgan = acceptance === "organ";
    if (made.acceptedOn !== null && made.acceptedOn <= on) {
      return told("modified", isOrgan ? "organ" : "all", laterOf(made.acceptedOn, begins));
    }
    return told("unaccepted", isOrgan ? "awaits-organ" : "awaits-all");
  }
  const answer = made.answers.find((one) => one.party === other && one.on <= on);
  if (answer) return answered(answer, standing);
  const { rule, until } = timeToObject(facts, made, other);
  if (until !== null && until < on) return told("modified", "silence", addDays(until, 1));
  return told("open", rule === "not-notified" ? "not-notified" : "time-runs", begins);
}

function answered(answer: ReservationAnswer, { on, begins, told }: Standing): EffectBetween {
  const since = laterOf(answer.on, begins);
  if (answer.act === "acceptance") return told("modified", "accepted", since);
  const { withdrawalReceivedOn: ended } = answer;
  // The withdrawal of an objection counts as an acceptance, once the reserving State has received notice (22(3)(b)).
  if (ended !== null && ended <= on) return told("modified", "objection-withdrawn", ended);
  return answer.excludes
    ? told("no-relations", "objected-excluding", since)
    : told("excluded", "objected", since);
}

/**
 * The articles that the reservation concerns between the two: a partial withdrawal counts for a State from its receipt of
 * notice (VCLT article 22(3)(a)).
 */
export function articlesBetween(
  facts: Facts,
  { articles, narrowings }: Reservation,
  other: string,
  on: CivilDate,
): number[] {
  const consentedOn = consentDays(facts).get(other) ?? null;
  const last = narrowings.findLast((one) => {
    const from = operatesFrom(one.on, one.receivedOn, other, consentedOn);
    return from !== null && from <= on;
  });
  return last?.articles ?? articles;
}

/**
 * From when a withdrawal operates for a State: from its receipt of notice. A State that consents after the withdrawal
 * never had the reservation before it.
 */
function operatesFrom(
  withdrawnOn: CivilDate | null,
  receivedOn: DaysByParty,
  other: string,
  consentedOn: CivilDate | null,
): CivilDate | null {
  if (withdrawnOn === null) return null;
  if (consentedOn !== null && consentedOn >= withdrawnOn) return withdrawnOn;
  return receivedOn[other] ?? null;
}

/** The States that dispute the reservation's validity on this day (VCLT article 19). The depositary does not decide it. */
export function disputedBy({ answers }: Reservation, on: CivilDate): string[] {
  return answers
    .filter(
      ({ ground, on: since, withdrawnOn }) =>
        ground !== null && since <= on && (withdrawnOn === null || withdrawnOn > on),
    )
    .map(({ party }) => party);
}

/** The other States by the effect that the reservation has for them on a day. States without any effect are left out. */
export function effectsOf(
  facts: Facts,
  made: Reservation,
  on: CivilDate,
): { effect: Exclude<PairEffect, "none">; parties: string[] }[] {
  const groups = new Map<Exclude<PairEffect, "none">, string[]>();
  if (facts.standing[made.party] === "ended") return [];
  for (const party of facts.parties) {
    if (party === made.party || facts.standing[party] === "ended") continue;
    const { effect } = effectBetween(facts, made, party, on);
    if (effect === "none") continue;
    const group = groups.get(effect);
    if (group) group.push(party);
    else groups.set(effect, [party]);
  }
  return [...groups].map(([effect, parties]) => ({ effect, parties }));
}

/** Whether the exclusion was expressed after the treaty had entered into force between the two (ILC Guide 2.6.7). */
export function cameLate({ entry }: Facts, made: Reservation, other: string): boolean {
  const [own, others] = [entry.parties[made.party], entry.parties[other]];
  const answer = made.answers.find(({ party }) => party === other);
  if (own === undefined || others === undefined || answer === undefined) return false;
  return answer.on > laterOf(own, others);
}
