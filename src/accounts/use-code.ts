import type { Context } from "#src/context.ts";
import type { Db, Tx } from "#src/db.ts";
import { sha256 } from "#src/digest.ts";
import { Refusal } from "#src/errors.ts";
import { hasPasskey } from "./passkeys.ts";

/** The code that was read from the letter, or the secret in its link. */
export type Given = { id: string; code: string } | { id: string; token: string };

const mostAttempts = 5;

/**
 * Uses a code or link up and says whose it was. After five wrong codes the code is worth nothing, after ten
 * minutes the link too, and both when the person no longer has the address they were sent to. If a person has
 * a passkey, a letter opens a session but verifies nobody afresh.
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
      .forUpdate()
      .executeTakeFirst();
    if (!row) return null;
    const right =
      "code" in given
        ? row.attempts < mostAttempts &&
          row.code_digest === (await sha256(`${given.id} ${given.code.replaceAll(/\s/g, "")}`))
        : row.link_digest === (await sha256(given.token));
    // A wrong secret in a link is no guess at the code and takes no try from it.
    if (right) await mark(tx, given.id, { used_at: now() });
    else if ("code" in given) await mark(tx, given.id, { attempts: row.attempts + 1 });
    return right && row.person ? holder(tx, row.person, row.mailbox) : null;
  });
  if (!found) {
    throw new Refusal("unauthenticated", "The code is wrong or has ended. Ask for a new one.");
  }
  return { person: found, verified: !(await hasPasskey(db, found)) };
}

/** The same for a person who is signed in, and whose code it must be. */
export async function useOwnCode(ctx: Context, person: string, given: Given) {
  const used = await useCode(ctx, given);
  if (used.person !== person) throw new Refusal("unauthenticated", "The code is not yours.");
  return used;
}

/** The person, unless suspended or written to at another address since the code was sent. */
async function holder(tx: Tx, id: string, mailbox: string | null): Promise<string | null> {
  const row = await tx
    .selectFrom("people")
    .select("email")
    .where("id", "=", id)
    .where("state", "!=", "suspended")
    .executeTakeFirst();
  return row && (await mailboxOf(row.email)) === mailbox ? id : null;
}

/** How a mailbox is named beside its codes: the sha-256 (hex) of its address in the canonical form. */
export function mailboxOf(canonical: string): Promise<string> {
  return sha256(canonical);
}

/** Which mailbox a code was sent to, by the code's id; null for an id that was never given out. */
export async function mailboxOfCode(db: Db, id: string): Promise<string | null> {
  const row = await db
    .selectFrom("one_time_codes")
    .select("mailbox")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.mailbox ?? null;
}

/** Ends a person's codes and links that were sent and not used. */
export async function endCodes(db: Db | Tx, person: string, at: Date): Promise<void> {
  await db
    .updateTable("one_time_codes")
    .set({ used_at: at })
    .where("person", "=", person)
    .where("used_at", "is", null)
    .execute();
}

async function mark(tx: Tx, id: string, set: { used_at: Date } | { attempts: number }) {
  await tx.updateTable("one_time_codes").set(set).where("id", "=", id).execute();
}
