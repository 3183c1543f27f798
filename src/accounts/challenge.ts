import { asService, type Context } from "#src/context.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";

export type Purpose = "register" | "sign-in" | "step-up" | "sign";

const lifetime = 2 * 60 * 1000;

type NewChallenge = { challenge: string; purpose: Purpose; person: string | null; id?: string };

/** Stores a challenge that an authenticator must answer within two minutes. */
export async function keepChallenge(
  ctx: Context,
  { challenge, purpose, person, id = ctx.id() }: NewChallenge,
): Promise<string> {
  const expires_at = new Date(ctx.now().getTime() + lifetime);
  await asService(ctx)
    .db.insertInto("passkey_challenges")
    .values({ id, challenge, purpose, person, expires_at, used_at: null })
    .execute();
  return id;
}

export type Asked = { id: string; purpose: Purpose; person: string | null };

/** Consumes a challenge. Each is valid for one answer. */
export async function takeChallenge(
  db: Db | Tx,
  { id, purpose, person }: Asked,
  at: Date,
): Promise<string> {
  const row = await db
    .updateTable("passkey_challenges")
    .set({ used_at: at })
    .where("id", "=", id)
    .where("purpose", "=", purpose)
    .where("person", person === null ? "is" : "=", person)
    .where("used_at", "is", null)
    .where("expires_at", ">", at)
    .returning("challenge")
    .executeTakeFirst();
  if (!row) throw notAccepted();
  return row.challenge;
}

/** Ends a person's unanswered challenges. */
export async function endChallenges(tx: Tx, person: string, at: Date): Promise<void> {
  await tx
    .updateTable("passkey_challenges")
    .set({ used_at: at })
    .where("person", "=", person)
    .where("used_at", "is", null)
    .execute();
}

export function notAccepted(): Refusal {
  return new Refusal("unauthenticated", "The passkey was not accepted. Try again.");
}
