import type { Db } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { findAgreement } from "../find.ts";

/**
 * Finds a file attached to an agreement that the person sees. Only the party that attached it and the office can read
 * it. Other parties get the same answer as for a missing file.
 */
export async function findFile(
  db: Db,
  { agreement, digest }: { agreement: string; digest: string },
  person: Person,
): Promise<{ type: string; pile: "own" | "attached" }> {
  await findAgreement(db, agreement, person);
  const file = await db
    .selectFrom("files")
    .select(["type", "party", "bytes"])
    .where("agreement", "=", agreement)
    .where("digest", "=", digest)
    .where("stored", "=", true)
    // If two parties attached the same scan, a party gets its own row; row-level security also hides the other's.
    .orderBy(({ eb }) => eb("party", "is not distinct from", person.party), "desc")
    .executeTakeFirst();
  const hidden = file?.party && person.party && file.party !== person.party;
  if (!file || hidden) throw new Refusal("not-found", "There is no such file.");
  return { type: file.type, pile: file.bytes === null ? "own" : "attached" };
}
