import { sql } from "kysely";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Context } from "#src/context.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { findActing, holdActing } from "#src/people/find.ts";
import { hasPasskey } from "./passkeys.ts";

/** The code from the letter, or the secret of its link. */
export type Given = { id: string; code: string } | { id: string; token: string };

/** The purpose of a code. */
export type CodeFor = "sign-in" | "confirm" | "sign";

/** The owner of the code, and whether it freshly verifies them; it does not if they have a passkey. */
export type Used = { person: string; verified: boolean };

const maxAttempts = 5;

/**
 * Consumes a code or link and returns whose it was. Null if it is wrong or has ended; commit the transaction even then,
 * because it counts the try. The code ends after five wrong tries, code and link after ten minutes, and both once the
 * person no longer has the address. A code for another purpose counts as wrong. With `person`, only their own code is
 * checked. Locks the person's account before the code, as everything that ends codes does.
 */
export async function useCode(
  tx: Tx,
  given: Given,
  { at, purpose, person }: { at: Date; purpose: "sign-in" | "confirm"; person?: string },
): Promise<Used | null> {
  const owner = await ownerOf(tx, given.id);
  if (person !== undefined && owner !== person) return null;
  const holder = owner === null ? null : await holdActing(tx, owner);
  const row = await tx
    .selectFrom("one_time_codes")
    .selectAll()
    .where("id", "=", given.id)
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where("expires_at", ">", at)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const right =
    "code" in given
      ? row.attempts < maxAttempts && (await isRight(row, given.code))
      : row.link_digest === (await sha256(given.token));
  // A wrong link secret is not a guess at the code and uses no try.
  if (right) await mark(tx, given.id, { used_at: at });
  else if ("code" in given) await mark(tx, given.id, { attempts: row.attempts + 1 });
  if (!right || !holder || (await mailboxOf(holder.email)) !== row.mailbox) return null;
  return { person: holder.id, verified: !(await hasPasskey(tx, holder.id)) };
}

/** The same in its own transaction, for a signed-in person who confirms with their own code. */
export async function useOwnCode({ db, now }: Context, person: string, given: Given) {
  const how = { at: now(), purpose: "confirm", person } as const;
  const used = await db.transaction().execute((tx) => useCode(tx, given, how));
  if (!used) throw wrongCode();
  return used;
}

/**
 * Consumes a code in the transaction of its signature, so a signature refused for another reason leaves it unused.
 * `takeTry` takes the try beforehand, because a refusal rolls back everything its transaction wrote. Locks only the
 * code; anything that ends it (`end-access.ts`) waits for it or comes first.
 *
 * @throws Refusal `unauthenticated` for a wrong code, `code-is-for-another-act` for one that was sent for another act
 */
export async function useSigningCode(
  tx: Tx,
  { id, code, mayTry }: { id: string; code: string; mayTry: boolean },
  { at, person, act }: { at: Date; person: string; act: string },
): Promise<void> {
  const row = await tx
    .selectFrom("one_time_codes")
    .selectAll()
    .where("id", "=", id)
    .where("person", "=", person)
    .where("used_at", "is", null)
    .where("expires_at", ">", at)
    .forUpdate()
    .executeTakeFirst();
  if (row ? row.act !== act : await waitsForAnother(tx, id, at)) {
    const detail = "The code was sent for something else. Ask for a code for what you sign now.";
    throw new Refusal("code-is-for-another-act", detail);
  }
  if (!row) throw wrongCode();
  const holder = await findActing(tx, person);
  const isTheirs = holder !== null && (await mailboxOf(holder.email)) === row.mailbox;
  if (!mayTry || !isTheirs || !(await isRight(row, code))) throw wrongCode();
  await mark(tx, id, { used_at: at });
}

/**
 * Whether the id is a valid code of the person's own with another purpose. A person's request can read no other codes.
 */
async function waitsForAnother(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    SELECT identity.own_code_waits(${id}::uuid, ${at}::timestamptz) AS waits`.execute(tx);
  return rows[0]?.waits ?? false;
}

/** Takes one of the five tries of a signing code; false if none is left. */
export async function takeTry(db: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("one_time_codes")
    .set({ attempts: sql`attempts + 1` })
    .where("id", "=", id)
    .where("purpose", "=", "sign")
    .where("attempts", "<", maxAttempts)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Gives back a try that was not a guess. */
export async function giveTryBack(db: Db, id: string): Promise<void> {
  await db
    .updateTable("one_time_codes")
    .set({ attempts: sql`attempts - 1` })
    .where("id", "=", id)
    .execute();
}

async function isRight(row: { id: string; code_digest: string }, code: string): Promise<boolean> {
  return row.code_digest === (await sha256(`${row.id} ${code.replaceAll(/\s/g, "")}`));
}

export function wrongCode(): Refusal {
  return new Refusal("unauthenticated", "The code is wrong or has ended. Ask for a new one.");
}

async function ownerOf(tx: Tx, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom("one_time_codes")
    .select("person")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.person ?? null;
}

/** The identifier stored with a mailbox's codes: the sha-256 (hex) of its canonical address. */
export function mailboxOf(canonical: string): Promise<string> {
  return sha256(canonical);
}

/** The mailbox that a code was sent to, by the code's id; null for an unknown id. */
export async function mailboxOfCode(db: Db, id: string): Promise<string | null> {
  const row = await db
    .selectFrom("one_time_codes")
    .select("mailbox")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.mailbox ?? null;
}

/** Ends a person's unused codes and links. */
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
