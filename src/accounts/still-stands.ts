import type { Tx } from "#src/db/db.ts";

/** Whether the session with this id has not ended. */
export async function sessionStands(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.selectFrom("sessions").select("id").where("id", "=", id).executeTakeFirst();
  return row !== undefined;
}

/** Whether the API key with this id is not revoked. */
export async function keyStands(tx: Tx, id: string): Promise<boolean> {
  const keys = tx.selectFrom("api_keys").select("id").where("id", "=", id);
  return (await keys.where("revoked_at", "is", null).executeTakeFirst()) !== undefined;
}

/** Whether the passkey with this id is not revoked. */
export async function passkeyStands(tx: Tx, id: string): Promise<boolean> {
  const passkeys = tx.selectFrom("passkeys").select("id").where("id", "=", id);
  return (await passkeys.where("revoked_at", "is", null).executeTakeFirst()) !== undefined;
}
