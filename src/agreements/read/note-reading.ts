import type { Context } from "#src/context.ts";
import type { Db } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { findAgreement } from "../find.ts";

export type LastRead = { textVersion: number; at: string };

/**
 * Records which text a person last looked at. This is not an act. Throws a Refusal if the agreement has no such
 * version, or the person does not see it.
 */
export async function noteReading(
  { db, now }: Context,
  { agreement, person }: { agreement: string; person: Person },
  textVersion: number,
): Promise<LastRead> {
  const { id, text_version: newest } = await findAgreement(db, agreement, person);
  if (textVersion > newest) {
    throw new Refusal("malformed-request", "There is no such version of the text.", {
      errors: [{ pointer: "/textVersion", detail: `is later than ${newest}` }],
    });
  }
  const at = now();
  const party = person.party ?? "";
  await db
    .insertInto("readings")
    .values({ agreement: id, person: person.id, party, number: textVersion, at })
    .onConflict((conflict) =>
      conflict.columns(["agreement", "person", "party"]).doUpdateSet({ number: textVersion, at }),
    )
    .execute();
  return { textVersion, at: at.toISOString() };
}

/** The text that the person last looked at, and when; null if none. */
export async function lastReadBy(
  db: Db,
  agreement: string,
  person: Person,
): Promise<LastRead | null> {
  const row = await db
    .selectFrom("readings")
    .select(["number", "at"])
    .where("agreement", "=", agreement)
    .where("person", "=", person.id)
    .where("party", "=", person.party ?? "")
    .executeTakeFirst();
  return row ? { textVersion: row.number, at: row.at.toISOString() } : null;
}
