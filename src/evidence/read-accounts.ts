import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";

/** An account's entry as in an export, with its index in the log; null if the log has not taken it yet. */
export type AccountRow = {
  account: string;
  seq: number;
  at: Date;
  event: string;
  by: string | null;
  detail: Record<string, unknown>;
  previous: string;
  hash: string;
  index: string | null;
};

/** The entries of accounts that `which` selects; it refers to the entry as `a` and its leaf as `l`. */
export async function readAccounts(db: Db, which: ReturnType<typeof sql>): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow>`SELECT a.account, a.seq, a.at, a.event, a.by, a.detail,
      a.previous, a.hash, l.index
    FROM account_entries a LEFT JOIN log_leaves l ON l.account = a.account AND l.seq = a.seq
    WHERE ${which}`.execute(db);
  return rows;
}

/**
 * The accounts that signed an agreement, of one party only if one is named, and the log's statements about each up to
 * its checkpoint of this size.
 */
export async function signingAccounts(
  db: Db,
  { agreement, onlyParty, size }: { agreement: string; onlyParty: string | null; size: number },
): Promise<{ accounts: string[]; notes: string[] }> {
  const { rows } = await sql<{ account: string; note: string | null }>`
    SELECT DISTINCT ON (e.person) e.person AS account, s.note FROM evidence e
    LEFT JOIN account_statements s ON s.account = e.person AND EXISTS (
      SELECT FROM log_leaves l WHERE l.account = s.account AND l.seq = s.seq AND l.index < ${size})
    WHERE e.agreement = ${agreement} AND e.act = 'sign' AND e.person IS NOT NULL
      AND (${onlyParty}::text IS NULL OR e.party = ${onlyParty})
    ORDER BY e.person, s.seq DESC NULLS LAST`.execute(db);
  return {
    accounts: rows.map(({ account }) => account),
    notes: rows.flatMap(({ note }) => note ?? []),
  };
}
