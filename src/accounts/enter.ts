import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { holdActing } from "#src/people/find.ts";
import type { Person } from "#src/people/person.ts";
import { noteDevice } from "./note-device.ts";
import { type Device, type Opener, openSession, type sessionMethods } from "./open-session.ts";
import { recordEvent } from "./record-event.ts";

/** Who has shown who they are, and how. */
export type Shown = {
  person: string;
  method: (typeof sessionMethods)[number];
  /** The API key or the passkey that showed it: the session ends with that one. */
  by?: Opener;
  /** Whether it verifies the person afresh. */
  verified: boolean;
  /** Whether what was shown still stands, asked once the account is locked; without it, it does. */
  stands?: (tx: Tx) => Promise<boolean>;
};

/** Whose session was opened, its token, and when its person was verified afresh by it. */
export type Entered = { person: Person; token: string; verifiedAt: Date | null };

/**
 * Opens a session for a person who is not suspended; the first one ends the invitation. What is shown is looked at
 * in the transaction that opens the session, with the account locked, so that a recovery or a suspension at the
 * same moment either comes first and nothing is opened, or comes after and ends what was.
 *
 * @throws Refusal `unauthenticated` if `prove` gives null or the account has ended; what `prove` wrote is kept
 */
export async function enter(
  ctx: Context,
  prove: (tx: Tx) => Promise<Shown | null>,
  device: Device,
): Promise<Entered> {
  const entered = await ctx.db.transaction().execute(async (tx) => {
    const shown = await prove(tx);
    return shown && open(tx, shown, { at: ctx.now(), device, origin: ctx.origin });
  });
  if (!entered) throw new Refusal("unauthenticated", "The sign-in was not accepted. Begin again.");
  ctx.committed();
  return entered;
}

async function open(
  tx: Tx,
  { person: id, stands, ...how }: Shown,
  { at, device, origin }: { at: Date; device: Device; origin: Context["origin"] },
): Promise<Entered | null> {
  const person = await holdActing(tx, id);
  if (!person || (stands && !(await stands(tx)))) return null;
  const { numUpdatedRows } = await tx
    .updateTable("people")
    .set({ state: "active" })
    .where("id", "=", id)
    .where("state", "=", "invited")
    .executeTakeFirst();
  const token = await openSession(tx, { person: id, ...how, at, device });
  const first = numUpdatedRows > 0n;
  // Demo people are signed in by name, by anyone: there is nobody to tell.
  if (how.method !== "demo") await noteDevice(tx, { person: id, device, at, first, origin });
  const event = first ? "first-signed-in" : "signed-in";
  const accepted = first && { logged: { state: "active" } };
  const detail = { method: how.method };
  await recordEvent(tx, { at, actor: id, person: id, event, detail, ...accepted });
  return { person, token, verifiedAt: how.verified ? at : null };
}
