import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { checkWorking, type Writing } from "./check-working.ts";

/** Discards the working text in a language; the newest version's text replaces it. */
export async function discardWorkingText(ctx: Context, writing: Writing): Promise<void> {
  const { agreement, language, person, seen } = writing;
  const at = ctx.now();
  await ctx.db.transaction().execute(async (tx) => {
    await checkWorking(tx, writing, at);
    const row = await tx
      .updateTable("working_texts")
      .set({ markdown: null, revision: sql`revision + 1`, person: person.id, at })
      .where("agreement", "=", agreement)
      .where("language", "=", language)
      .where("revision", "=", seen ?? 0)
      .returning("revision")
      .executeTakeFirst();
    if (row || (seen === 0 && !(await isThere(tx, writing)))) return;
    throw new Refusal("stale-version", "The working text has changed since. Read it again.");
  });
}

async function isThere(tx: Tx, { agreement, language }: Writing): Promise<boolean> {
  const row = await tx
    .selectFrom("working_texts")
    .select("revision")
    .where("agreement", "=", agreement)
    .where("language", "=", language)
    .executeTakeFirst();
  return row !== undefined;
}
