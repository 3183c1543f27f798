import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Db } from "#src/db/db.ts";
import type { ToNotify } from "./draw-up.ts";

/** Whether a job of its own seals the page of this act's notification. */
export async function sealIsOrdered(
  db: Db,
  { agreement, seq }: Pick<ToNotify, "agreement" | "seq">,
): Promise<boolean> {
  const found = await db
    .selectFrom("outbox")
    .select("id")
    .where("agreement", "=", agreement)
    .where("seq", "=", seq)
    .where("effect", "=", "seal-notification")
    .executeTakeFirst();
  return found !== undefined;
}

/** Orders a job that seals the page of this act's notification, and repeats until it is sealed. */
export async function orderSeal(ctx: Context, { agreement, number, seq }: ToNotify): Promise<void> {
  await sql`INSERT INTO outbox (agreement, number, effect, created_at, seq)
    SELECT ${agreement}::uuid, ${number}::integer, 'seal-notification', ${ctx.now()}::timestamptz,
      ${seq}::integer
    WHERE NOT EXISTS (SELECT FROM outbox WHERE agreement = ${agreement} AND seq = ${seq}
      AND effect = 'seal-notification')`.execute(ctx.db);
  ctx.committed();
}
