import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";

export type Answer = {
  /** The text's version that it is about. */
  version: number;
  party: string;
  answer: "approval" | "change-request" | "decline";
  /** Null where the text was approved. */
  reason: string | null;
  at: Date;
};

/** What the parties have said of the texts they were asked about, newest first; at most a thousand. */
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
