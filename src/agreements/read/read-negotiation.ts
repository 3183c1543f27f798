import type { Db } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import type { AgreementRow } from "../find.ts";

/**
 * Whether the person reads how an agreement was negotiated: its earlier texts, the parties' answers to them and what was
 * said about them. The office does, and those that negotiated; a State to which the text is open, or that joined later,
 * sees the text as it was opened.
 */
export async function readsNegotiation(
  db: Db,
  agreement: string,
  { roles, party }: Pick<Person, "roles" | "party">,
): Promise<boolean> {
  if (party === null || !roles.includes("representative")) return true;
  const own = await db
    .selectFrom("agreement_parties")
    .select("negotiated")
    .where("agreement", "=", agreement)
    .where("party", "=", party)
    .executeTakeFirst();
  return own?.negotiated ?? true;
}

/**
 * The version of the text that the person reads: the one asked for, else the current one. Throws a Refusal for an earlier
 * one of a negotiation that the person's party took no part in, the same as for one that does not exist.
 */
export async function versionFor(
  db: Db,
  { id, text_version }: Pick<AgreementRow, "id" | "text_version">,
  person: Person,
  wanted?: number,
): Promise<number> {
  if (wanted === undefined || wanted === text_version) return text_version;
  if (await readsNegotiation(db, id, person)) return wanted;
  throw new Refusal("not-found", "There is no such version.");
}
