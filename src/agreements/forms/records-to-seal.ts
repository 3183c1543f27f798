import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";
import { findForm } from "#src/templates/find.ts";
import { parseForm } from "#src/text/act-form.ts";
import type { Source } from "#src/text/source.ts";
import type { AgreementRow } from "../find.ts";
import { fillFrom, languagesOf } from "./fill-act.ts";
import { readKnown } from "./known.ts";

/** A procès-verbal, or the certificate of a copy, that is to be sealed. */
export type RecordToSeal = {
  kind: "proces-verbal" | "certified-copy";
  /** The id of the row that it records. */
  subject: string;
  party: string | null;
  source: Source;
  /** When what it records happened. */
  at: Date;
};

/** What each form records, and the row from which it is filled. */
const wanted = {
  "proces-verbal-of-correction": (id: string) => ({ correction: id }),
  "proces-verbal-of-copy-correction": (id: string) => ({ copyCorrection: id }),
  "certified-true-copy": (id: string) => ({ serial: Number(id) }),
  "proces-verbal-of-deposit": (id: string, party: string | null) => ({
    party: party ?? "",
    seq: Number(id.slice("deposit-".length)),
  }),
};

type Waiting = Pick<RecordToSeal, "kind" | "subject" | "party"> & {
  form: keyof typeof wanted;
  at: string;
};

/**
 * The corrections of a text and of its copies, the certificates of copies, and the instruments and notifications
 * received, that have no sealed paper yet, oldest first. Deposits and copies of earlier releases have none.
 */
export async function recordsToSeal(
  db: Db,
  row: AgreementRow,
  number: number,
): Promise<RecordToSeal[]> {
  const { rows } = await sql<Waiting>`SELECT * FROM (
      SELECT 'proces-verbal' AS kind, 'proces-verbal-of-correction' AS form, c.id::text AS subject,
          NULL::text AS party, m.at
        FROM corrections c
        JOIN correction_acts m ON m.correction = c.id AND m.act = 'correction'
        WHERE c.agreement = ${row.id}
      UNION ALL SELECT 'proces-verbal', 'proces-verbal-of-copy-correction', k.id::text, o.party, k.at
        FROM copy_corrections k
        JOIN certified_copies o ON o.agreement = k.agreement AND o.serial = k.serial
        WHERE k.agreement = ${row.id}
      UNION ALL SELECT 'certified-copy', 'certified-true-copy', y.serial::text, y.party, y.at
        FROM certified_copies y WHERE y.agreement = ${row.id} AND EXISTS (SELECT FROM outbox o
          WHERE o.agreement = y.agreement AND o.created_at = y.at
            AND o.effect = 'seal-proces-verbal')
      UNION ALL SELECT 'proces-verbal', 'proces-verbal-of-deposit', 'deposit-' || d.seq, d.party, d.at
        FROM party_acts d
        WHERE d.agreement = ${row.id} AND d.act IN ('deposit', 'accede', 'notify-completion')
          AND ${row.terms.depositary !== "none"} AND EXISTS (SELECT FROM outbox o
            WHERE o.agreement = d.agreement AND o.seq = d.seq
              AND o.effect = 'seal-proces-verbal')) AS made
    WHERE NOT EXISTS (SELECT FROM papers x WHERE x.agreement = ${row.id} AND x.number = ${number}
      AND x.kind = made.kind AND x.subject = made.subject)
    ORDER BY at`.execute(db);
  const records: RecordToSeal[] = [];
  for (const { kind, form: name, subject, party, at } of rows) {
    const form = parseForm((await findForm(db, name)).files);
    const known = await readKnown(db, row, wanted[name](subject, party));
    const of = name === "proces-verbal-of-deposit" && party ? { party } : {};
    const source = fillFrom(form, row, known, { ...of, languages: languagesOf(form, row) });
    // The depositary seals it, and signs nothing else.
    const sealed = { ...source, parties: [], sealed: true };
    records.push({ kind, subject, party, source: sealed, at: new Date(at) });
  }
  return records;
}
