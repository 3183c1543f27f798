import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";

export type Purpose = "register" | "sign-in" | "step-up";

const lifetime = 2 * 60 * 1000;

/** Keeps a challenge that an authenticator is to answer within two minutes. */
export async function keepChallenge(
  { db, now, id }: Context,
  { challenge, purpose, person }: { challenge: string; purpose: Purpose; person: string | null },
): Promise<string> {
  const own = id();
  const expires_at = new Date(now().getTime() + lifetime);
  await db
    .insertInto("passkey_challenges")
    .values({ id: own, challenge, purpose, person, expires_at })
    .execute();
  return own;
}

/** Uses a challenge up, whatever becomes of the answer: each is good for one attempt. */
export async function takeChallenge(
  { db, now }: Context,
  { id, purpose, person }: { id: string; purpose: Purpose; person: string | null },
): Promise<string> {
  const row = await db
    .updateTable("passkey_challenges")
    .set({ used_at: now() })
    .where("id", "=", id)
    .where("purpose", "=", purpose)
    .where("person", person === null ? "is" : "=", person)
    .where("used_at", "is", null)
    .where("expires_at", ">", now())
    .returning("challenge")
    .executeTakeFirst();
  if (!row) throw notAccepted();
  return row.challenge;
}

export function notAccepted(): Refusal {
  return new Refusal("unauthenticated", "The passkey was not accepted. Try again.");
}
