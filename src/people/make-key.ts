import type { Db } from "#src/db.ts";
import { sha256 } from "#src/digest.ts";
import { Refusal } from "#src/errors.ts";
import { newToken } from "./token.ts";

/** A new API key of a person; only its digest is kept. Throws a Refusal for an unknown address. */
export async function makeKey(
  db: Db,
  { email, days, now }: { email: string; days: number; now: Date },
): Promise<string> {
  const person = await db
    .selectFrom("people")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirst();
  if (!person) throw new Refusal("not-found", `Nobody has the address ${email}.`);
  const key = newToken();
  await db
    .insertInto("api_keys")
    .values({
      digest: await sha256(key),
      person: person.id,
      label: "command line",
      created_at: now,
      expires_at: new Date(now.getTime() + days * 24 * 60 * 60 * 1000),
    })
    .execute();
  return key;
}
