import { sql } from "kysely";
import type { CorrectedPlace, Db, RightText } from "#src/db/db.ts";
import type { CivilDate, SomeTerms } from "#workflows/terms.ts";

/** A correction on record, with what became of it. Days are in the instrument's zone. */
export type CorrectionView = {
  id: string;
  ground: "error" | "concordance";
  reason: string;
  changes: CorrectedPlace[];
  right: RightText[];
  terms: SomeTerms | null;
  /** The party that proposed it; null for the depositary. */
  proposedBy: string | null;
  proposedOn: CivilDate;
  /** The last day to object. */
  until: CivilDate;
  state: "proposed" | "objected" | "withdrawn" | "made";
  answers: {
    party: string;
    answer: "objection" | "agreement";
    reason: string;
    on: CivilDate;
  }[];
  withdrawn: { on: CivilDate; reason: string } | null;
  /** `from` is null if it has effect from the beginning; else the reason says who decided so. */
  made: { on: CivilDate; from: CivilDate | null; reason: string } | null;
  /** When the United Nations were told of it, and the reference. */
  unNotice: { on: CivilDate; reference: string } | null;
  /** Whether the United Nations have still to be told (VCLT article 79(5)). */
  awaitsUnNotice: boolean;
  /** The number of its sealed procès-verbal among the agreement's papers. */
  paper: number | null;
};

type Row = Omit<CorrectionView, "awaitsUnNotice">;
type Zoned = { id: string; terms: { zone: string } };

/** The corrections of an agreement, oldest first (VCLT article 79). One query. */
export async function listCorrections(
  db: Db,
  { id, terms: { zone } }: Zoned,
  toNotify: string[],
): Promise<CorrectionView[]> {
  const on = (at: string) => sql`(${sql.ref(at)} AT TIME ZONE ${zone})::date::text`;
  const one = (act: string, fields: ReturnType<typeof sql>) => sql`(
    SELECT jsonb_build_object('on', ${on("x.at")}, ${fields}) FROM correction_acts x
    WHERE x.correction = c.id AND x.act = ${sql.lit(act)})`;
  const { rows } = await sql<Row>`SELECT c.id, c.ground, c.reason, c.changes,
      c.right_texts AS right, c.terms, p.party AS "proposedBy", ${on("c.at")} AS "proposedOn",
      c.until::text AS until,
      CASE WHEN EXISTS (SELECT FROM correction_acts x WHERE x.correction = c.id
          AND x.act = 'correction') THEN 'made'
        WHEN EXISTS (SELECT FROM correction_acts x WHERE x.correction = c.id
          AND x.act = 'objection') THEN 'objected'
        WHEN EXISTS (SELECT FROM correction_acts x WHERE x.correction = c.id
          AND x.act = 'withdrawal') THEN 'withdrawn' ELSE 'proposed' END AS state,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('party', x.party, 'answer', x.act,
          'reason', x.reason,
          'on', coalesce(x.on_day::text, ${on("x.at")})) ORDER BY x.at), '[]')
        FROM correction_acts x WHERE x.correction = c.id
          AND x.act IN ('objection', 'agreement')) AS answers,
      ${one("withdrawal", sql`'reason', x.reason`)} AS withdrawn,
      ${one("correction", sql`'from', x.on_day, 'reason', x.reason`)} AS made,
      (SELECT jsonb_build_object('on', x.on_day, 'reference', x.reference) FROM correction_acts x
        WHERE x.correction = c.id AND x.act = 'un-notice') AS "unNotice",
      (SELECT x.serial FROM papers x WHERE x.agreement = c.agreement
        AND x.kind = 'proces-verbal' AND x.subject = c.id::text) AS paper
    FROM corrections c JOIN people p ON p.id = c.person
    WHERE c.agreement = ${id} ORDER BY c.at`.execute(db);
  return rows.map((row) => ({ ...row, awaitsUnNotice: toNotify.includes(row.id) }));
}
