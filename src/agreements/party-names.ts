import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { namesOfParty } from "#src/db/names-of-party.ts";
import { partyName } from "#src/text/party-name.ts";

/** Names an agreement's parties by their codes, as they take part, in a language. One query. */
export async function partyNamer(
  db: Db,
  agreement: string,
  language: string,
): Promise<(code: string) => string> {
  const { rows } = await sql<{ code: string; name: Worded }>`
    SELECT p.code, ${namesOfParty} AS name
    FROM agreement_parties ap JOIN parties p ON p.code = ap.party
    WHERE ap.agreement = ${agreement}`.execute(db);
  const known = new Map(rows.map((row) => [row.code, row]));
  return (code) => partyName(known.get(code) ?? { code }, language);
}
