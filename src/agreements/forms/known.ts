import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { CorrectedPlace, Db, RightText } from "#src/db/db.ts";
import { formsOfParty, namesOfParty } from "#src/db/names-of-party.ts";
import type { FormsByLanguage } from "#src/text/party-forms.ts";
import type { Headings } from "#workflows/headings.ts";
import type { PartyKind } from "#workflows/party-kinds.ts";
import type { SomeTerms } from "#workflows/terms.ts";
import { signatoryActs } from "../acting-signatory.ts";
import type { AgreementRow } from "../find.ts";

/** The rows that a form is about. */
export type Wanted = {
  /** The party whose acts are read. */
  party?: string | undefined;
  /** A reservation or declaration; the last one that fits if absent. */
  reservation?: string | undefined;
  /**
   * The number in the evidence of the act that a procès-verbal records, which then names only the reservations that the
   * act made or confirmed; the party's last one if absent.
   */
  seq?: number | undefined;
  /** The serial number of a certified true copy. */
  serial?: number | undefined;
  /** A correction; the last one made if absent. */
  correction?: string | undefined;
  /** The correction of a certified copy; the last one of the copy with this serial number if absent. */
  copyCorrection?: string | undefined;
};

export type FormParty = {
  code: string;
  kind: PartyKind;
  /** Whether a State takes part as its Government. */
  asGovernment: boolean;
  names: Worded;
  forms: FormsByLanguage;
  /** Its own names, also if it takes part as its Government. */
  own: { names: Worded; forms: FormsByLanguage };
  /** The designated signatory. */
  person: Worded | null;
  titles: Worded | null;
  signed: { person: Worded; titles: Worded; on: string } | null;
};

/** A reservation or declaration that stands, as it reads now. */
export type Lodged = {
  id: string;
  party: string;
  kind: "reservation" | "declaration";
  on: string;
  text: string;
  articles: number[];
};

/** What is on record and may be written into a form. */
export type Known = {
  headings: Headings;
  parties: FormParty[];
  reservations: Lodged[];
  /** What the party has done last, of each kind of act: the day, and what its record says. */
  acts: Record<string, { on: string; detail: Record<string, unknown>; by: Worded }>;
  /** Whether the party's objection to this reservation excludes treaty relations, by the reservation's id. */
  objections: Record<string, boolean>;
  copy: { serial: number; party: string | null; digest: string; at: string; by: Worded } | null;
  correction: {
    /** Its number among the corrections made. */
    number: number;
    ground: "error" | "concordance";
    changes: CorrectedPlace[];
    right: RightText[];
    /** The terms on record that it corrected. */
    terms: SomeTerms | null;
    reason: string;
    proposedAt: string;
    until: string;
    /** Whether it was made before the time was over, or without a depositary: because all agreed. */
    agreed: boolean;
    /** From when it has effect, and why; null and "" if from the beginning. */
    from: string | null;
    why: string;
    at: string;
    by: Worded;
  } | null;
  /** The correction of a certified copy. */
  copyCorrection: {
    serial: number;
    changes: CorrectedPlace[];
    reason: string;
    at: string;
    by: Worded;
  } | null;
};

/** Reads all values in one query. */
export async function readKnown(db: Db, row: AgreementRow, wanted: Wanted): Promise<Known> {
  const { serial = null, correction = null, copyCorrection = null, party = null } = wanted;
  const { seq = null } = wanted;
  const { id, text_version: number } = row;
  const { rows } = await sql<Omit<Known, "headings">>`SELECT
    (SELECT jsonb_agg(jsonb_build_object('code', p.code, 'kind', p.kind,
        'asGovernment', ap.as_government, 'names', ${namesOfParty},
        'forms', ${formsOfParty}, 'own', jsonb_build_object('names', p.names, 'forms', p.forms),
        'person', d.names,
        'titles', d.titles, 'signed', CASE WHEN g.signed_on IS NOT NULL THEN jsonb_build_object(
          'person', s.names, 'titles', s.titles, 'on', g.signed_on) END) ORDER BY ap.position)
      FROM agreement_parties ap JOIN parties p ON p.code = ap.party
      LEFT JOIN people d ON d.id = ap.signatory AND ${signatoryActs(sql`${number}`)}
      LEFT JOIN signatures g ON g.agreement = ${id} AND g.number = ${number}
        AND g.party = ap.party
      LEFT JOIN people s ON s.id = g.person WHERE ap.agreement = ${id}) AS parties,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'party', r.party,
        'kind', r.kind, 'on', r.made_on, 'articles', coalesce(n.articles, r.articles),
        'text', coalesce(n.text, r.text)) ORDER BY r.made_on, r.id), '[]')
      FROM reservations r LEFT JOIN LATERAL (SELECT x.text, x.articles FROM reservation_changes x
        WHERE x.reservation = r.id ORDER BY x.at DESC LIMIT 1) AS n ON true
      WHERE r.agreement = ${id} AND NOT EXISTS (SELECT FROM reservation_acts w
        WHERE w.reservation = r.id AND w.act = 'withdrawal')
      AND NOT EXISTS (SELECT FROM evidence e WHERE e.agreement = r.agreement AND e.party = r.party
        AND e.at >= r.at AND (e.act = 'end-participation' OR e.act = 'withdraw-consent'
          AND r.standing IN ('contracting', 'awaitingAcceptance')))
      AND (r.circulated_on IS NULL OR EXISTS (SELECT FROM reservation_settlements s
        WHERE s.reservation = r.id AND s.verdict = 'deposited'))
      AND (${seq}::int IS NULL OR EXISTS (SELECT FROM party_acts d WHERE d.agreement = ${id}
        AND d.seq = ${seq} AND d.party = r.party AND (d.at = r.at OR EXISTS (
          SELECT FROM reservation_acts k WHERE k.reservation = r.id AND k.act = 'confirmation'
            AND k.at = d.at))))) AS reservations,
    (SELECT jsonb_build_object('serial', c.serial, 'party', c.party, 'digest', c.digest,
        'at', c.at, 'by', p.names)
      FROM certified_copies c JOIN people p ON p.id = c.person
      WHERE c.agreement = ${id} AND c.serial = ${serial}) AS copy,
    (SELECT jsonb_build_object('number', (SELECT count(*) FROM correction_acts e
          JOIN corrections o ON o.id = e.correction
          WHERE o.agreement = c.agreement AND e.act = 'correction' AND e.at <= m.at),
        'ground', c.ground, 'changes', c.changes, 'right', c.right_texts, 'terms', c.terms,
        'reason', c.reason, 'proposedAt', c.at, 'until', c.until,
        'agreed', ${row.terms.depositary === "none"}
          OR c.until >= (m.at AT TIME ZONE ${row.terms.zone})::date,
        'from', m.on_day, 'why', m.reason, 'at', m.at, 'by', p.names)
      FROM corrections c JOIN correction_acts m ON m.correction = c.id AND m.act = 'correction'
      JOIN people p ON p.id = m.person
      WHERE c.agreement = ${id} AND (${correction}::text IS NULL OR c.id::text = ${correction})
      ORDER BY m.at DESC LIMIT 1) AS correction,
    (SELECT jsonb_build_object('serial', k.serial, 'changes', k.changes, 'reason', k.reason,
        'at', k.at, 'by', p.names)
      FROM copy_corrections k JOIN people p ON p.id = k.person
      WHERE k.agreement = ${id} AND CASE WHEN ${copyCorrection}::text IS NULL
        THEN k.serial = ${serial} ELSE k.id::text = ${copyCorrection} END
      ORDER BY k.at DESC LIMIT 1) AS "copyCorrection",
    (SELECT coalesce(jsonb_object_agg(l.act, jsonb_build_object('on', l.on_day, 'detail', l.detail,
        'by', l.names)), '{}')
      FROM (SELECT DISTINCT ON (x.act) x.act, x.on_day, x.detail, p.names
        FROM party_acts x JOIN people p ON p.id = x.person
        WHERE x.agreement = ${id} AND x.party = ${party}
          AND (${seq}::int IS NULL OR x.seq = ${seq})
        ORDER BY x.act, x.seq DESC) AS l) AS acts,
    (SELECT coalesce(jsonb_object_agg(o.reservation, coalesce(o.excludes, false)), '{}')
      FROM reservation_acts o JOIN reservations r ON r.id = o.reservation
      WHERE r.agreement = ${id} AND o.party = ${party} AND o.act = 'objection') AS objections`.execute(
    db,
  );
  const [known] = rows;
  if (!known) throw new Error("A SELECT without FROM gave no row.");
  return { ...known, headings: row.headings };
}
