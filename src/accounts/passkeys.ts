import type { Selectable } from "kysely";
import type { Db, Tables, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { holdActing } from "#src/people/find.ts";
import { notAccepted } from "./challenge.ts";
import { recordEvent } from "./record-event.ts";

export type PasskeyView = {
  id: string;
  label: string;
  createdAt: string;
  usedAt: string | null;
};

/** The person's unrevoked passkeys. */
export async function listPasskeys(db: Db, person: string): Promise<PasskeyView[]> {
  const rows = await ownPasskeys(db, person);
  return rows.map(({ id, label, created_at, used_at }) => ({
    id,
    label,
    createdAt: created_at.toISOString(),
    usedAt: used_at?.toISOString() ?? null,
  }));
}

export function ownPasskeys(db: Db | Tx, person: string) {
  return db
    .selectFrom("passkeys")
    .selectAll()
    .where("person", "=", person)
    .where("revoked_at", "is", null)
    .orderBy("created_at")
    .execute();
}

export type Passkey = Selectable<Tables["passkeys"]>;

/** Finds an unrevoked passkey by id. Otherwise throws the Refusal for an answer that is not accepted. */
export async function findPasskey(db: Db | Tx, id: string): Promise<Passkey> {
  const row = await db
    .selectFrom("passkeys")
    .selectAll()
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  if (!row) throw notAccepted();
  return row;
}

export async function hasPasskey(db: Db | Tx, person: string): Promise<boolean> {
  return (await ownPasskeys(db, person)).length > 0;
}

/** Revokes one of the person's own passkeys. Ends the sessions that it opened, and the verifications that it gave. */
export async function revokePasskey(
  db: Db,
  { person, id, at }: { person: string; id: string; at: Date },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await holdActing(tx, person);
    const { numUpdatedRows } = await tx
      .updateTable("passkeys")
      .set({ revoked_at: at })
      .where("id", "=", id)
      .where("person", "=", person)
      .where("revoked_at", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Refusal("not-found", "You have no such passkey.");
    await tx.deleteFrom("sessions").where("passkey", "=", id).execute();
    await tx
      .updateTable("sessions")
      .set({ verified_at: null })
      .where("confirmed_by", "=", id)
      .execute();
    const logged = { removed: [id] };
    const event = { at, actor: person, person, event: "passkey-revoked" } as const;
    await recordEvent(tx, { ...event, detail: { id }, logged });
  });
}
