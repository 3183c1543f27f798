import type { Act } from "./acts.ts";
import { isTooLateToObject } from "./corrections.ts";
import type { Sentence } from "./entry-into-force.ts";
import type { Facts } from "./facts.ts";
import { isTooLate } from "./reservations.ts";

/** What a State's communication is, by the State's own words; the depositary does not judge it (VCLT article 77(2)). */
export const communicationKinds = [
  "non-recognition",
  "dispute",
  "political",
  "reply",
  "other",
] as const;

export type CommunicationKind =
  | (typeof communicationKinds)[number]
  /** Objections that came after their time (20(5) and 79(2)). */
  | "late-objection"
  | "late-correction-objection";

/**
 * Which kind of communication an objection is that comes after its time; null for every other act. The day of the act is
 * already a civil date. Pure.
 */
export function lateKind(facts: Facts, act: Act): CommunicationKind | null {
  if (act.type === "object-to-correction") {
    return isTooLateToObject(facts, act.on) ? "late-correction-objection" : null;
  }
  if (act.type !== "answer-reservation" || !act.objects) return null;
  const made = facts.reservations.find(({ id }) => id === act.reservation);
  return made && isTooLate(facts, made, act.party, act.on) ? "late-objection" : null;
}

/** What a reader is told before such an objection, or a claim (VCLT article 65), is recorded. */
export function lateSentence(facts: Facts, act: Act): Sentence[] {
  if (act.type === "notify-claim") return [{ key: "claim-waits", values: {} }];
  const kind = lateKind(facts, act);
  return kind ? [{ key: kind, values: {} }] : [];
}
