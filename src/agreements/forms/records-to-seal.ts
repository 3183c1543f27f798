import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";
import { findForm } from "#src/templates/find.ts";
import { parseForm } from "#src/text/act-form.ts";
import type { Source } from "#src/text/source.ts";
import type { AgreementRow } from "../find.ts";
import { fillFrom, languagesOf } from "./fill-act.ts";
import { readKnown } from "./known.ts";

/** A procès-verbal that is to be sealed. */
export type RecordToSeal = {
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
};

type Waiting = { form: keyof typeof wanted; subject: string; party: string | null; at: string };

/** The corrections of a text and of its copies that have no sealed procès-verbal yet, oldest first. */
export async function recordsToSeal(
  db: Db,
  row: AgreementRow,
  number: number,
): Promise<RecordToSeal[]> {
  const { rows } = await sql<Waiting>`SELECT * FROM (
      SELECT 'proces-verbal-of-correction' AS form, c.id::text AS subject, NULL::text AS party, m.at
        FROM corrections c
        JOIN correction_acts m ON m.correction = c.id AND m.act = 'correction'
        WHERE c.agreement = ${row.id}
      UNION ALL SELECT 'proces-verbal-of-copy-correction', k.id::text, o.party, k.at
        FROM copy_corrections k
        JOIN certified_copies o ON o.agreement = k.agreement AND o.serial = k.serial
        WHERE k.agreement = ${row.id}) AS made
    WHERE NOT EXISTS (SELECT FROM papers x WHERE x.agreement = ${row.id} AND x.number = ${number}
      AND x.kind = 'proces-verbal' AND x.subject = made.subject)
    ORDER BY at`.execute(db);
  const records: RecordToSeal[] = [];
  for (const { form: name, subject, party, at } of rows) {
    const form = parseForm((await findForm(db, name)).files);
    const known = await readKnown(db, row, wanted[name](subject));
    const source = fillFrom(form, row, known, { languages: languagesOf(form, row) });
    // The depositary seals it, and signs nothing else.
    const sealed = { ...source, parties: [], sealed: true };
    records.push({ subject, party, source: sealed, at: new Date(at) });
  }
  return records;
}
