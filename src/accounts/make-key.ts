import { sha256 } from "#src/bytes/sha256.ts";
import type { Context } from "#src/context.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { orderLetter } from "#src/outbox/order-letter.ts";
import { holdActing } from "#src/people/find.ts";
import { newToken } from "#src/people/token.ts";
import { checkText } from "#src/text/policy.ts";
import { holdAccount } from "./hold-account.ts";
import type { KeyScope, Proof } from "./proof.ts";
import { recordEvent } from "./record-event.ts";

export type KeyView = {
  id: string;
  label: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string;
};

type NewKey = {
  person: string;
  label: string;
  scopes: KeyScope[];
  days: number;
  now: Date;
  /** The proof of the request; null if the call comes from inside the service. */
  proof?: Proof | null;
  /** The request that asks for it; absent for a command. */
  origin?: Context["origin"];
};

/** Makes a new API key. Shows it once and stores only its digest. */
export async function makeKey(
  db: Db,
  { person, label: given, scopes, days, now, proof = null, origin }: NewKey,
): Promise<{ id: string; key: string }> {
  const label = checkText(given, { kind: "name", language: "en" });
  const key = newToken();
  return db.transaction().execute(async (tx) => {
    await holdAccount(tx, person, proof);
    const { id } = await tx
      .insertInto("api_keys")
      .values({
        digest: await sha256(key),
        person,
        label,
        scopes,
        created_at: now,
        expires_at: new Date(now.getTime() + days * 24 * 60 * 60 * 1000),
        revoked_at: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const detail = { id, label, scopes };
    const event = { at: now, actor: person, person, event: "key-made" } as const;
    await recordEvent(tx, { ...event, detail, logged: { key: id, scopes } });
    const letter = { name: "key-made", values: { label } } as const;
    await orderLetter(tx, { ...letter, person, at: now, ...(origin && { origin }) });
    return { id, key };
  });
}

/** The person's valid keys. */
export async function listKeys(db: Db, person: string, now: Date): Promise<KeyView[]> {
  const rows = await db
    .selectFrom("api_keys")
    .selectAll()
    .where("person", "=", person)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .orderBy("created_at", "desc")
    .execute();
  return rows.map(({ id, label, scopes, created_at, expires_at }) => ({
    id,
    label,
    scopes,
    createdAt: created_at.toISOString(),
    expiresAt: expires_at.toISOString(),
  }));
}

/** When the key with this id expires. */
export async function endOfKey(db: Db, id: string): Promise<Date> {
  const keys = db.selectFrom("api_keys").select("expires_at").where("id", "=", id);
  return (await keys.executeTakeFirstOrThrow()).expires_at;
}

/** Revokes one of the person's own keys and ends the sessions that it opened. */
export async function revokeKey(
  db: Db,
  { person, id, at }: { person: string; id: string; at: Date },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // Opening a session locks the account too, so no session opens with this key meanwhile.
    await holdActing(tx, person);
    const taking = revoking(tx, person, at).where("id", "=", id);
    const { numUpdatedRows } = await taking.executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Refusal("not-found", "You have no such key.");
    await tx.deleteFrom("sessions").where("api_key", "=", id).execute();
    const event = { at, actor: person, person, event: "key-revoked" } as const;
    await recordEvent(tx, { ...event, detail: { id }, logged: { key: id } });
  });
}

/** Revokes all of a person's keys, in the transaction that also ends their sessions. */
export async function revokeKeys(
  tx: Tx,
  { person, at }: { person: string; at: Date },
): Promise<void> {
  await revoking(tx, person, at).execute();
}

function revoking(tx: Tx, person: string, at: Date) {
  return tx
    .updateTable("api_keys")
    .set({ revoked_at: at })
    .where("person", "=", person)
    .where("revoked_at", "is", null);
}
