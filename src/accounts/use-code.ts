import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db.ts";
import { sha256 } from "#src/digest.ts";
import { Refusal } from "#src/errors.ts";
import { hasPasskey } from "./passkeys.ts";

/** The code that was read from the letter, or the secret in its link. */
export type Given = { id: string; code: string } | { id: string; token: string };

const mostAttempts = 5;

/**
 * Uses a code or link up and says whose it was. A wrong code counts; after five, or ten minutes, it is worth
 * nothing. Where a person has a passkey a letter opens a session but verifies nobody afresh.
 */
export async function useCode(
  { db, now }: Context,
  given: Given,
): Promise<{ person: string; verified: boolean }> {
  const found = await db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom("one_time_codes")
      .selectAll()
      .where("id", "=", given.id)
      .where("used_at", "is", null)
      .where("expires_at", ">", now())
      .where("attempts", "<", mostAttempts)
      .forUpdate()
      .executeTakeFirst();
    if (!row?.person) return null;
    const right =
      "code" in given
        ? row.code_digest === (await sha256(`${given.id} ${given.code.replaceAll(/\s/g, "")}`))
        : row.link_digest === (await sha256(given.token));
    await mark(tx, given.id, right ? { used_at: now() } : { attempts: row.attempts + 1 });
    return right ? row.person : null;
  });
  if (!found) {
    throw new Refusal("unauthenticated", "The code is wrong or has ended. Ask for a new one.");
  }
  return { person: found, verified: !(await hasPasskey(db, found)) };
}

async function mark(tx: Tx, id: string, set: { used_at: Date } | { attempts: number }) {
  await tx.updateTable("one_time_codes").set(set).where("id", "=", id).execute();
}
