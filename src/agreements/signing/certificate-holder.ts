import { sql } from "kysely";
import type { Db, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { isNameOf, isSameName } from "#src/people/is-name-of.ts";
import type { Person } from "#src/people/person.ts";

type Signing = { agreement: string; party: string; person: Pick<Person, "id" | "names"> };

/**
 * Checks that the certificate's holder is the signatory. Either the name is one of theirs on record, or credentials
 * name the holder and two members of the secretariat have verified them (ADR 0104).
 *
 * @returns the credentials that confirm it; null if the names agree
 * @throws Refusal `holder-is-not-the-signatory`
 */
export async function confirmedHolder(
  db: Db | Tx,
  { agreement, party, person }: Signing,
  holder: string,
): Promise<string | null> {
  if (isNameOf(holder, person.names)) return null;
  const credentials = await db
    .selectFrom("credentials as c")
    .select(["c.id", "c.holder"])
    .where("c.agreement", "=", agreement)
    .where("c.party", "=", party)
    .where("c.person", "=", person.id)
    .where("c.holder", "is not", null)
    .where(sql<boolean>`(SELECT count(*) FROM credential_verifications v
      WHERE v.credential = c.id) >= 2`)
    .where(sql<boolean>`NOT EXISTS (SELECT FROM credential_endings e WHERE e.credential = c.id)`)
    .orderBy("c.at")
    .execute();
  const found = credentials.find((one) => isSameName(one.holder ?? "", holder));
  if (found) return found.id;
  throw new Refusal(
    "holder-is-not-the-signatory",
    "The certificate names another holder than the signatory. Present credentials that name the holder.",
    { errors: [{ pointer: "/certificate", detail: `is made out to ${holder}` }] },
  );
}
