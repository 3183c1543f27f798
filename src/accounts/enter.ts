import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { holdActing } from "#src/people/find.ts";
import type { Person } from "#src/people/person.ts";
import { noteDevice } from "./note-device.ts";
import { type Device, type Opener, openSession, type sessionMethods } from "./open-session.ts";
import { recordEvent } from "./record-event.ts";

/** Who has proved their identity, and how. */
export type Shown = {
  person: string;
  method: (typeof sessionMethods)[number];
  /** The API key or passkey used. The session ends with it. */
  by?: Opener;
  /** Whether it freshly verifies the person. */
  verified: boolean;
  /** Checks, once the account is locked, that the proof is still valid. Absent if it always is. */
  stands?: (tx: Tx) => Promise<boolean>;
};

/** The person of the new session, its token, and when it freshly verified the person. */
export type Entered = { person: Person; token: string; verifiedAt: Date | null };

/**
 * Opens a session for a person who is not suspended. The first session ends the invitation. Checks the proof in the
 * transaction that opens the session, with the account locked. A concurrent recovery or suspension therefore either
 * comes first and nothing is opened, or comes after and ends the session.
 *
 * @throws Refusal `unauthenticated` if `prove` returns null or the account has ended; what `prove` wrote is kept
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
  // Anyone can sign in as a demo person by name, so there is no one to notify.
  if (how.method !== "demo") await noteDevice(tx, { person: id, device, at, first, origin });
  const event = first ? "first-signed-in" : "signed-in";
  const accepted = first && { logged: { state: "active" } };
  const detail = { method: how.method };
  await recordEvent(tx, { at, actor: id, person: id, event, detail, ...accepted });
  return { person, token, verifiedAt: how.verified ? at : null };
}
