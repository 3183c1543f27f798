import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { CorrectedPlace, Db, RightText } from "#src/db/db.ts";
import { formsOfParty, namesOfParty } from "#src/db/names-of-party.ts";
import type { FormsByLanguage } from "#src/text/party-forms.ts";
import type { SomeTerms } from "#workflows/terms.ts";
import { signatoryActs } from "../acting-signatory.ts";
import type { AgreementRow } from "../find.ts";

/** The rows that a form is about. */
export type Wanted = {
  /** The serial number of a certified true copy. */
  serial?: number | undefined;
  /** A correction; the last one made if absent. */
  correction?: string | undefined;
  /** The correction of a certified copy; the last one of the copy with this serial number if absent. */
  copyCorrection?: string | undefined;
};

export type FormParty = {
  code: string;
  names: Worded;
  forms: FormsByLanguage;
  /** The designated signatory. */
  person: Worded | null;
  titles: Worded | null;
  signed: { person: Worded; titles: Worded; on: string } | null;
};

/** What is on record and may be written into a form. */
export type Known = {
  parties: FormParty[];
  reservations: { party: string; on: string; text: string }[];
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
  const { serial = null, correction = null, copyCorrection = null } = wanted;
  const { id, text_version: number } = row;
  const { rows } = await sql<Known>`SELECT
    (SELECT jsonb_agg(jsonb_build_object('code', p.code, 'names', ${namesOfParty},
        'forms', ${formsOfParty}, 'person', d.names,
        'titles', d.titles, 'signed', CASE WHEN g.signed_on IS NOT NULL THEN jsonb_build_object(
          'person', s.names, 'titles', s.titles, 'on', g.signed_on) END) ORDER BY ap.position)
      FROM agreement_parties ap JOIN parties p ON p.code = ap.party
      LEFT JOIN people d ON d.id = ap.signatory AND ${signatoryActs(sql`${number}`)}
      LEFT JOIN signatures g ON g.agreement = ${id} AND g.number = ${number}
        AND g.party = ap.party
      LEFT JOIN people s ON s.id = g.person WHERE ap.agreement = ${id}) AS parties,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('party', r.party, 'on', r.made_on,
        'text', coalesce((SELECT n.text FROM reservation_changes n WHERE n.reservation = r.id
          ORDER BY n.at DESC LIMIT 1), r.text)) ORDER BY r.made_on, r.id), '[]')
      FROM reservations r WHERE r.agreement = ${id} AND NOT EXISTS (SELECT FROM reservation_acts w
        WHERE w.reservation = r.id AND w.act = 'withdrawal')
      AND NOT EXISTS (SELECT FROM evidence e WHERE e.agreement = r.agreement AND e.party = r.party
        AND e.at >= r.at AND (e.act = 'end-participation' OR e.act = 'withdraw-consent'
          AND r.standing IN ('contracting', 'awaitingAcceptance')))
      AND (r.circulated_on IS NULL OR EXISTS (SELECT FROM reservation_settlements s
        WHERE s.reservation = r.id AND s.verdict = 'deposited'))) AS reservations,
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
      ORDER BY k.at DESC LIMIT 1) AS "copyCorrection"`.execute(db);
  const [known] = rows;
  if (!known) throw new Error("A SELECT without FROM gave no row.");
  return known;
}
