import { sql } from "kysely";
import type { Db, Tx } from "#src/db/db.ts";
import type { Facts } from "#workflows/facts.ts";
import { readManyFacts } from "../facts.ts";
import type { AgreementRow } from "../find.ts";

/** An agreement with all that decides who is awaited in it. */
export type ReadJudged = {
  row: AgreementRow;
  facts: Facts;
  /** When it entered its stage. */
  since: Date;
  /** When its round or its signing ends, if a time was set. */
  due: Date | null;
  copies: boolean;
};

const ends = sql<Date | null>`CASE stage_name WHEN 'review.circulated' THEN respond_by
  WHEN 'sign.open' THEN (SELECT o.closes_at FROM openings o WHERE o.agreement = agreements.id
    AND o.number = text_version ORDER BY o.at LIMIT 1) END`;

const entered = sql<Date>`coalesce((SELECT min(e.at) FROM evidence e WHERE e.agreement = agreements.id
  AND e.seq > coalesce((SELECT max(x.seq) FROM evidence x WHERE x.agreement = agreements.id
    AND x.stage <> stage_name), 0)), updated_at)`;

const copied = sql<boolean>`EXISTS (SELECT FROM certified_copies c
  WHERE c.agreement = agreements.id)`;

/** Reads agreements by id, those that the principal may see. Two queries. */
export async function readJudged(db: Db | Tx, ids: string[]): Promise<ReadJudged[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("agreements")
    .selectAll()
    .select([entered.as("since"), ends.as("due"), copied.as("copies")])
    .where("id", "in", ids)
    .execute();
  const all = await readManyFacts(db, ids);
  return rows.flatMap(({ since, due, copies, ...row }) => {
    const facts = all.get(row.id);
    return facts ? [{ row, facts, since, due, copies }] : [];
  });
}
