import { sql } from "kysely";
import type { CorrectedPlace, Db } from "#src/db/db.ts";
import type { CivilDate } from "#workflows/terms.ts";

/** A certified true copy (VCLT article 77(1)(b)), and the corrections of errors in it (79(6)). */
export type CopyView = {
  serial: number;
  /** The party for which it was made; null for anyone. */
  party: string | null;
  on: CivilDate;
  /** sha-256 of the sealed file that it copies. */
  digest: string;
  /** The number of its sealed certificate among the agreement's papers; null if it has none. */
  paper: number | null;
  corrections: {
    id: string;
    on: CivilDate;
    reason: string;
    changes: CorrectedPlace[];
    /** The number of the sealed procès-verbal among the agreement's papers; null until it is sealed. */
    paper: number | null;
  }[];
};

/** The certified true copies of an agreement, by serial number. Days are in the instrument's zone. One query. */
export async function listCopies(
  db: Db,
  { id, terms: { zone } }: { id: string; terms: { zone: string } },
): Promise<CopyView[]> {
  const { rows } = await sql<CopyView>`SELECT c.serial, c.party, c.digest,
      (SELECT x.serial FROM papers x WHERE x.agreement = c.agreement AND x.kind = 'certified-copy'
        AND x.subject = c.serial::text) AS paper,
      (c.at AT TIME ZONE ${zone})::date::text AS on,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id,
          'on', (k.at AT TIME ZONE ${zone})::date, 'reason', k.reason, 'changes', k.changes,
          'paper', (SELECT x.serial FROM papers x WHERE x.agreement = k.agreement
            AND x.kind = 'proces-verbal' AND x.subject = k.id::text)) ORDER BY k.at), '[]')
        FROM copy_corrections k WHERE k.agreement = c.agreement AND k.serial = c.serial)
        AS corrections
    FROM certified_copies c WHERE c.agreement = ${id} ORDER BY c.serial`.execute(db);
  return rows;
}
