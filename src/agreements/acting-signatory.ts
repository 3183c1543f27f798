import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { namesOfParty } from "#src/db/names-of-party.ts";

/**
 * Whether the designated signatory of the row `ap` of `agreement_parties` can act for it. True if the account
 * represents this party and is not suspended, or if the party has already signed the text of this number. After a
 * signatory leaves, the party has none until another is designated.
 */
export function signatoryActs(number: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql`(EXISTS (SELECT FROM people d WHERE d.id = ap.signatory AND d.party = ap.party
      AND d.state <> 'suspended' AND 'representative' = ANY (d.roles))
    OR EXISTS (SELECT FROM signatures g WHERE g.agreement = ap.agreement
      AND g.number = ${number} AND g.party = ap.party))`;
}

/** The parties, with their names, whose designated signatory left before signing. */
export async function departedFrom(
  db: Db,
  { agreement, number }: { agreement: string; number: number },
): Promise<{ code: string; names: Worded }[]> {
  const { rows } = await sql<{ code: string; names: Worded }>`
    SELECT p.code, ${namesOfParty} AS names FROM agreement_parties ap JOIN parties p ON p.code = ap.party
    WHERE ap.agreement = ${agreement} AND ap.signatory IS NOT NULL
      AND NOT ${signatoryActs(sql`${number}`)} ORDER BY ap.position`.execute(db);
  return rows;
}
