import type { Context } from "#src/context.ts";
import type { Db } from "#src/db.ts";
import { sha256 } from "#src/digest.ts";
import { Refusal } from "#src/errors.ts";
import { findByKey } from "./find.ts";
import type { Person } from "./person.ts";
import { newToken } from "./token.ts";

const lifetime = 12 * 60 * 60 * 1000;

/** Opens a session for the holder of an API key; the token is handed out once and kept as a digest. */
export async function startSession(
  { db, now }: Context,
  key: string,
): Promise<{ person: Person; token: string }> {
  const at = now();
  const person = await findByKey(db, await sha256(key), at);
  if (!person) throw new Refusal("unauthenticated", "The API key is not known or has ended.");
  const token = newToken();
  await db
    .insertInto("sessions")
    .values({
      digest: await sha256(token),
      person: person.id,
      created_at: at,
      expires_at: new Date(at.getTime() + lifetime),
    })
    .execute();
  return { person, token };
}

export async function endSession(db: Db, digest: string): Promise<void> {
  await db.deleteFrom("sessions").where("digest", "=", digest).execute();
}
