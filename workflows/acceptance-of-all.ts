import { addDays, laterOf } from "./civil-date.ts";
import { consentDays } from "./expressed-consents.ts";
import type { Facts } from "./facts.ts";
import type { Reservation } from "./reservation-record.ts";
import { madeOn, timeToObject } from "./reservations.ts";
import type { CivilDate } from "./terms.ts";

/**
 * Whether a consent with a reservation has no effect until the reservation is accepted: by all contracting States if
 * the text is to be applied in its entirety between all (VCLT article 20(2)), or by the competent organ (20(3)).
 */
export function awaitsAcceptance({ terms }: Pick<Facts, "terms">): boolean {
  const { acceptance, authorised } = terms.reservationRules ?? {};
  return !authorised && (acceptance === "all" || acceptance === "organ");
}

/**
 * The day on which a reservation is accepted as the text requires, as far as the record shows; a day of silence may be
 * still to come. Null if an acceptance is missing. For the acceptance of all: the first day on which at least one other
 * State has consented, and every other State that has consented has accepted, expressly or by silence (20(5)). An
 * acceptance is final, so a later State does not undo it (ILC Guide 4.1.2 and 2.8.12).
 */
export function acceptedOn(facts: Facts, made: Reservation): CivilDate | null {
  const since = madeOn(facts, made);
  if (since === null || made.acceptedOn !== null) return made.acceptedOn;
  if (!awaitsAcceptance(facts)) return since;
  if (facts.terms.reservationRules?.acceptance === "organ") {
    return made.organ?.accepted ? laterOf(since, made.organ.on) : null;
  }
  return acceptedByAllOn(facts, made, since);
}

function acceptedByAllOn(facts: Facts, made: Reservation, since: CivilDate): CivilDate | null {
  const others = [...consentDays(facts)].filter(([party]) => party !== made.party);
  const answers = others.map(([party, consentedOn]) => {
    const own = acceptanceOf(facts, made, party);
    return { consentedOn, on: own && laterOf(laterOf(own, consentedOn), since) };
  });
  const isComplete = (day: CivilDate) =>
    answers.every(({ consentedOn, on }) => consentedOn > day || (on !== null && on <= day));
  const candidates = answers.flatMap(({ on }) => on ?? []).toSorted();
  return candidates.find(isComplete) ?? null;
}

/**
 * The day on which a State accepted: expressly, by the withdrawal of its objection, or the day after its time to object
 * (20(5)). Null if it objects or its time has no end yet. The day of silence may still be to come.
 */
export function acceptanceOf(facts: Facts, made: Reservation, party: string): CivilDate | null {
  const answer = made.answers.find((one) => one.party === party);
  if (answer?.act === "acceptance") return answer.on;
  if (answer) return answer.withdrawalReceivedOn;
  const { until } = timeToObject(facts, made, party);
  return until && addDays(until, 1);
}

/**
 * The day from which a party's consent has effect, given the day on which it was expressed: that of the last acceptance
 * or withdrawal of its reservations. Null until the record says that the last one is accepted.
 */
export function effectiveConsent(
  facts: Facts,
  party: string,
  expressedOn: CivilDate,
): CivilDate | null {
  if (!awaitsAcceptance(facts)) return expressedOn;
  return pendingOf(facts, party).reduce<CivilDate | null>((latest, made) => {
    const day = made.acceptedOn ?? made.withdrawnOn;
    return latest && day && laterOf(latest, day);
  }, expressedOn);
}

/** Whether every reservation of the party is accepted or withdrawn on this day. */
export function isAccepted(facts: Facts, party: string, on: CivilDate): boolean {
  return pendingOf(facts, party).every((made) => {
    const day = acceptedOn(facts, made) ?? made.withdrawnOn;
    return day !== null && day <= on;
  });
}

/** The party's reservations on which the effect of its consent depends, or depended. */
export function pendingOf(facts: Facts, party: string): Reservation[] {
  return facts.reservations.filter(
    (made) =>
      made.party === party &&
      made.kind === "reservation" &&
      made.late === null &&
      madeOn(facts, made) !== null,
  );
}

/** The days on which silence can complete the acceptance of all: each the day after a State's time to object. */
export function daysOfSilence(facts: Facts): CivilDate[] {
  if (facts.terms.reservationRules?.acceptance !== "all") return [];
  const parties = [...consentDays(facts).keys()];
  const waiting = parties
    .flatMap((party) => pendingOf(facts, party))
    .filter((made) => made.acceptedOn === null && made.withdrawnOn === null);
  const days = waiting.flatMap((made) =>
    parties
      .filter((party) => party !== made.party)
      .flatMap((party) => acceptanceOf(facts, made, party) ?? []),
  );
  return [...new Set(days)].toSorted();
}
