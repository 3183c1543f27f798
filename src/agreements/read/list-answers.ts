import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";

export type Answer = {
  /** The text version concerned. */
  version: number;
  party: string;
  answer: "approval" | "change-request" | "decline";
  /** Null if the text was approved. */
  reason: string | null;
  at: Date;
};

/** The parties' answers to the texts circulated for review, newest first; at most 1,000. */
export async function listAnswers(db: Db, agreement: string): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    SELECT number AS version, party, 'approval' AS answer, NULL AS reason, at
      FROM approvals WHERE agreement = ${agreement}
    UNION ALL SELECT number, party, 'change-request', reason, at
      FROM change_requests WHERE agreement = ${agreement}
    UNION ALL SELECT number, party, 'decline', reason, at
      FROM declinations WHERE agreement = ${agreement}
    ORDER BY at DESC, party LIMIT 1000`.execute(db);
  return rows;
}
