import { sql } from "kysely";
import type { Facts } from "#workflows/facts.ts";
import { lateUntil } from "#workflows/late-reservations.ts";
import { effectsOf, type PairEffect } from "#workflows/reservation-effect.ts";
import type { NotifiedBy, ObjectionGround } from "#workflows/reservation-record.ts";
import {
  madeOn,
  type ReservationState,
  reservationState,
  type TimeToObject,
  timeToObject,
} from "#workflows/reservations.ts";
import type { CivilDate } from "#workflows/terms.ts";

export type ReservationAnswerView = {
  party: string;
  act: string;
  reason: string;
  on: string;
  /** Of an objection: whether it excludes treaty relations, and why it disputes the validity. */
  excludes: boolean;
  ground: ObjectionGround | null;
};

/** A reservation or declaration as it is stored, with what was said about it. */
export type StoredReservation = {
  id: string;
  kind: "reservation" | "declaration";
  language: string;
  text: string;
  articles: number[];
  /** When it was lodged. */
  madeOn: string;
  answers: ReservationAnswerView[];
  /** What is left after each partial withdrawal, oldest first. */
  changes: { id: string; on: string; language: string; text: string; articles: number[] }[];
  organ: { accepted: boolean; organ: string; reference: string; on: string } | null;
  /** The States that were notified otherwise than by our letter, and how; not in the public register. */
  notifiedBy?: Record<string, NotifiedBy> | null;
};

/** Until when a State may object, and by what it was notified if not by our letter. */
export type ObjectionTime = TimeToObject & { notifiedBy: NotifiedBy | null };

export type ReservationView = Omit<StoredReservation, "notifiedBy"> & {
  /** The day on which it counts as made: of its confirmation, if it needs one, or of a late one's deposit. */
  effectiveOn: string | null;
  state: ReservationState;
  unconfirmed: boolean;
  withdrawn: boolean;
  withdrawnOn: string | null;
  /** The day on which all or an organ had accepted it, if the text requires that (VCLT article 20(2) and (3)). */
  acceptedOn: string | null;
  /** For a late one: until when one objection prevents its deposit, and when that was decided. */
  late: { circulatedOn: string; until: string; closedOn: string | null } | null;
  replaces: string | null;
  /** For each other State: until when it may object, and by which rule (VCLT article 20(5)). */
  objections: ObjectionTime[];
  /** The States by the effect that it has for them today (VCLT article 21). For information. */
  effects: { effect: Exclude<PairEffect, "none">; parties: string[] }[];
};

/**
 * A reservation `r` with its answers, changes and the organ's decision, as jsonb. The tables are looked up in the
 * search path, so the public register reads its own views by the same words.
 */
export const storedReservation = sql`jsonb_build_object(
  'id', r.id, 'kind', r.kind, 'language', r.language, 'text', r.text,
  'articles', r.articles, 'madeOn', r.made_on,
  'answers', (SELECT coalesce(jsonb_agg(jsonb_build_object('party', y.party, 'act', y.act,
      'reason', y.reason, 'on', y.on_day, 'excludes', coalesce(y.excludes, false),
      'ground', y.ground) ORDER BY y.at, y.party), '[]')
    FROM reservation_acts y WHERE y.reservation = r.id),
  'changes', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'on', n.on_day,
      'language', n.language, 'text', n.text, 'articles', n.articles) ORDER BY n.at), '[]')
    FROM reservation_changes n WHERE n.reservation = r.id),
  'organ', (SELECT jsonb_build_object('accepted', d.accepted, 'organ', d.organ,
      'reference', d.reference, 'on', d.on_day)
    FROM reservation_decisions d WHERE d.reservation = r.id))`;

/** By what States were notified of a reservation `r`, if not by our letter. */
export const notifiedOtherwise = sql`jsonb_build_object('notifiedBy',
  (SELECT jsonb_object_agg(n.party, n.basis) FROM reservation_notifications n
    WHERE n.reservation = r.id AND n.basis <> 'letter'))`;

/** A stored reservation with its state, the others' times to object, and its effects on a day. */
export function viewReservation(
  facts: Facts,
  { notifiedBy, ...stored }: StoredReservation,
  today: CivilDate,
): ReservationView {
  const made = facts.reservations.find(({ id }) => id === stored.id);
  if (!made) return { ...stored, ...formerly };
  const state = reservationState(facts, made);
  const others = [...facts.parties, ...facts.entitled].filter((party) => party !== made.party);
  const isAnswerable = made.kind === "reservation" && !ended.includes(state);
  return {
    ...stored,
    effectiveOn: madeOn(facts, made),
    state,
    unconfirmed: state === "to-be-confirmed",
    withdrawn: made.withdrawnOn !== null,
    withdrawnOn: made.withdrawnOn,
    acceptedOn: made.acceptedOn,
    late: made.late && {
      circulatedOn: made.late.circulatedOn,
      until: lateUntil(facts.terms, made.late),
      closedOn: made.late.closedOn,
    },
    replaces: made.replaces,
    objections: isAnswerable
      ? others.map((party) => ({
          ...timeToObject(facts, made, party),
          notifiedBy: notifiedBy?.[party] ?? null,
        }))
      : [],
    effects: made.kind === "reservation" ? effectsOf(facts, made, today) : [],
  };
}

/** A reservation of an earlier participation has ended with it. */
const formerly = {
  effectiveOn: null,
  state: "lapsed" as const,
  unconfirmed: false,
  withdrawn: false,
  withdrawnOn: null,
  acceptedOn: null,
  late: null,
  replaces: null,
  objections: [],
  effects: [],
};

/** States in which nobody may object any more. */
const ended: readonly ReservationState[] = ["withdrawn", "lapsed", "prevented", "refused"];
