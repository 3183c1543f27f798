import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";
import type { Ceased } from "#src/db/tables/parties.ts";
import type { Person } from "#src/people/person.ts";
import { derivationWords, type NameOf } from "#src/text/derivation.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { type PublicClaim, publicClaims } from "#workflows/claims.ts";
import { type ConsentEntry, consentTable, type RecordedAct } from "#workflows/consent-table.ts";
import { type PublicLater, publicLater } from "#workflows/ending-facts.ts";
import type { Finding } from "#workflows/entry-into-force.ts";
import { entryFindings } from "#workflows/entry-of.ts";
import type { Facts } from "#workflows/facts.ts";
import { leavingOn } from "#workflows/leaving-on.ts";
import { type StatementView, statementsIn } from "#workflows/statements.ts";
import { type PublicSuspension, publicSuspensions } from "#workflows/suspensions.ts";
import { type CredentialView, credentialsOf } from "../credentials-of.ts";
import { readFacts } from "../facts.ts";
import type { AgreementRow } from "../find.ts";
import { partyNouns } from "../party-names.ts";
import {
  notifiedOtherwise,
  type ReservationView,
  type StoredReservation,
  storedReservation,
  viewReservation,
} from "./view-reservations.ts";

/** A finding of the date engine, with its reasons in the reader's language. */
export type Reasoned = Finding & { reasons: string[] };

/** Why the depositary determined another day than the engine, and the engine's day, if it had one. */
export type Determined = { reason: string; derivedOn: string | null };

export type ParticipantView = {
  party: string;
  standing: string;
  /** When and why it, or its State, ceased to exist; null as long as it exists. */
  ceased: Ceased | null;
  signed: { as: string; on: string; binding: boolean | null; authorised: boolean } | null;
  acts: { act: string; on: string; detail: Record<string, unknown> }[];
  /** Its instruments and other acts of consent, oldest first, withdrawn ones included. */
  consents: ConsentEntry[];
  /** Successions, territories, declarations under articles and authorities, oldest first. */
  statements: StatementView[];
  /** The day on which its notice ended or will end its participation; null if none stands. */
  endsOn: string | null;
  /** Participations that ended by withdrawal, oldest first. */
  earlier: { inForceOn: string | null; endedOn: string }[];
  credentials: CredentialView[];
  reservations: ReservationView[];
  /** The day of entry into force for the party, both derived and recorded. */
  entry: Reasoned | null;
  inForceOn: string | null;
  /** Null if the day on record is the engine's. */
  determined: Determined | null;
};

export type StatusView = {
  participants: ParticipantView[];
  entry: Reasoned;
  inForceOn: string | null;
  determined: Determined | null;
  /** From when it is applied provisionally; null if the clause provides for none, or none comes. */
  provisional: Reasoned | null;
  expiresOn: string | null;
  /** Later agreements between some of the parties, oldest first. */
  laterBetween: PublicLater[];
  /** Suspensions between some of the parties, and claims under VCLT article 65, oldest first. */
  suspensions: PublicSuspension[];
  claims: PublicClaim[];
  amendments: { id: string; reference: string; stage: string; acceptedBy: string[] }[];
};

/** Reads the status table: each party's acts, its standing, and since when it is bound. Three queries. */
export async function viewParticipation(
  db: Db,
  row: AgreementRow,
  { language }: Person,
  now: Date,
): Promise<StatusView> {
  const facts = await readFacts(db, row.id);
  const { participants, amendments, determined } = await readRows(db, row);
  const { instrument, parties, provisional } = entryFindings(facts);
  const nameOf = await partyNouns(db, row.id, language);
  const said = (finding: Finding) => inWords(finding, language, nameOf);
  const today = civilDate(now.toISOString(), facts.terms.zone);
  const own = (party: string) => {
    const finding = parties[party];
    return finding ? said(finding) : null;
  };
  return {
    participants: participants.map((one) => ({
      ...one,
      reservations: one.reservations.map((found) => viewReservation(facts, found, today)),
      entry: own(one.party),
      inForceOn: facts.entry.parties[one.party] ?? null,
      determined: determinedOf(facts, one),
      consents: consentTable(one.acts.map(consentOf)),
      endsOn: leavingOn(one.acts),
      statements: statementsIn(one.acts.map(({ detail, ...act }) => ({ ...act, said: detail }))),
    })),
    entry: said(instrument),
    inForceOn: facts.entry.instrument,
    determined,
    provisional: provisional && said(provisional),
    expiresOn: facts.expiresOn,
    laterBetween: publicLater(facts),
    suspensions: publicSuspensions(facts.suspensions),
    claims: publicClaims(facts),
    amendments,
  };
}

/** Adds the reasoning as sentences in the reader's language. */
function inWords(finding: Finding, language: string, nameOf: NameOf): Reasoned {
  const reasons = derivationWords(finding.derivation, language, nameOf);
  return { ...finding, reasons };
}

function consentOf({ act, on, detail }: ParticipantView["acts"][number]): RecordedAct {
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return { act, on, kind: text(detail.kind), to: text(detail.to) };
}

/** The reason for the day on record; one of an earlier participation is history. */
function determinedOf({ entry }: Facts, { party, determined }: Rows["participants"][number]) {
  if (!determined || determined.on !== entry.parties[party]) return null;
  const { reason, derivedOn } = determined;
  return { reason, derivedOn };
}

type Stored = Omit<
  ParticipantView,
  "endsOn" | "entry" | "inForceOn" | "reservations" | "determined" | "consents" | "statements"
> & {
  reservations: StoredReservation[];
  determined: (Determined & { on: string }) | null;
};
type Rows = Pick<StatusView, "amendments" | "determined"> & { participants: Stored[] };

async function readRows(db: Db, { id, text_version: number, terms }: AgreementRow): Promise<Rows> {
  const { rows } = await sql<Rows>`SELECT
    (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'party', p.party, 'standing', p.standing,
        'ceased', (SELECT coalesce(k.ceased, s.ceased) FROM parties k
          JOIN parties s ON s.code = coalesce(k.state, k.code) WHERE k.code = p.party),
        'determined', (SELECT jsonb_build_object('reason', d.reason, 'derivedOn', d.derived_on,
            'on', d.on_day)
          FROM entry_dates d WHERE d.agreement = ${id} AND d.party = p.party
            AND d.reason IS NOT NULL ORDER BY d.participation DESC LIMIT 1),
        'earlier', (SELECT coalesce(jsonb_agg(jsonb_build_object('inForceOn', d.on_day,
            'endedOn', e.on_day) ORDER BY e.place), '[]')
          FROM (SELECT row_number() OVER (ORDER BY seq) AS place,
              (at AT TIME ZONE ${terms.zone}::text)::date AS on_day FROM evidence
            WHERE agreement = ${id} AND party = p.party AND act = 'end-participation') AS e
          LEFT JOIN entry_dates d ON d.agreement = ${id} AND d.party = p.party
            AND d.participation = e.place),
        'signed', (SELECT jsonb_build_object('as', signed_as, 'binding', binding,
            'authorised', authorised, 'on', coalesce(signed_on, (at AT TIME ZONE 'UTC')::date))
          FROM signatures s WHERE s.agreement = ${id} AND s.number = ${number}
            AND s.party = p.party),
        'acts', (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'act', x.act, 'on', x.on_day, 'detail', x.detail) ORDER BY x.seq), '[]')
          FROM party_acts x WHERE x.agreement = ${id} AND x.party = p.party),
        'credentials', ${credentialsOf(id)},
        'reservations', (SELECT coalesce(jsonb_agg(${storedReservation} || ${notifiedOtherwise} ORDER BY r.at, r.id), '[]')
          FROM reservations r WHERE r.agreement = ${id} AND r.party = p.party)
      ) ORDER BY p.position), '[]')
      FROM agreement_parties p WHERE p.agreement = ${id}) AS participants,
    (SELECT jsonb_build_object('reason', d.reason, 'derivedOn', d.derived_on)
      FROM entry_dates d WHERE d.agreement = ${id} AND d.party = '' AND d.reason IS NOT NULL)
      AS determined,
    (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id, 'reference', m.reference, 'stage', m.stage_name,
        'acceptedBy', (SELECT coalesce(jsonb_agg(q.party ORDER BY q.position), '[]')
          FROM agreement_parties q WHERE q.agreement = m.id
            AND q.standing IN ('signedDefinitive', 'contracting', 'party', 'noticeRunning')))
        ORDER BY m.created_at), '[]')
      FROM agreements m WHERE m.amends = ${id} AND m.stage_name <> 'draft.editing') AS amendments
  `.execute(db);
  return rows[0] ?? { participants: [], amendments: [], determined: null };
}
