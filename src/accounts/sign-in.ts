import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import type { Context } from "#src/context.ts";
import { sha256 } from "#src/digest.ts";
import { Refusal } from "#src/errors.ts";
import { findActing, findByKey } from "#src/people/find.ts";
import { listDemoPeople } from "#src/people/list-demo.ts";
import type { Person } from "#src/people/person.ts";
import { type Device, openSession } from "./open-session.ts";
import { recordEvent } from "./record-event.ts";
import type { Site } from "./site.ts";
import { useCode } from "./use-code.ts";
import { usePasskey } from "./use-passkey.ts";

export type SignIn =
  | { key: string }
  | { code: { id: string; code: string } }
  | { link: { id: string; token: string } }
  | { passkey: { id: string; response: AuthenticationResponseJSON } }
  | { demo: string };

type Shown = {
  person: string;
  method: "key" | "code" | "link" | "passkey" | "demo";
  verified: boolean;
};

/** Whose session was opened, its token, and when its person was verified afresh by it. */
export type Entered = { person: Person; token: string; verifiedAt: Date | null };

/** Opens a session for whoever the key, the code, the link or the passkey shows. */
export async function signIn(
  ctx: Context,
  given: SignIn,
  { device, site }: { device: Device; site: () => Site },
): Promise<Entered> {
  return enter(ctx, await shown(ctx, given, site), device);
}

/** Opens a session for a person who is not suspended; the first one ends the invitation. */
export async function enter(
  ctx: Context,
  { person: id, ...how }: Omit<Shown, "method"> & { method: Shown["method"] | "single-sign-on" },
  device: Device,
): Promise<Entered> {
  const at = ctx.now();
  const { numUpdatedRows } = await ctx.db
    .updateTable("people")
    .set({ state: "active" })
    .where("id", "=", id)
    .where("state", "=", "invited")
    .executeTakeFirst();
  const person = await findActing(ctx.db, id);
  if (!person) throw new Refusal("unauthenticated", "The sign-in was not accepted.");
  const token = await openSession(ctx.db, { person: id, ...how, at, device });
  const event = numUpdatedRows > 0n ? "first-signed-in" : "signed-in";
  await recordEvent(ctx.db, { at, actor: id, person: id, event, detail: { method: how.method } });
  return { person, token, verifiedAt: how.verified ? at : null };
}

async function shown(ctx: Context, given: SignIn, site: () => Site): Promise<Shown> {
  if ("key" in given) return byKey(ctx, given.key);
  if ("code" in given) return { ...(await useCode(ctx, given.code)), method: "code" };
  if ("link" in given) return { ...(await useCode(ctx, given.link)), method: "link" };
  if ("demo" in given) return asDemo(ctx, given.demo);
  const asked = { purpose: "sign-in", person: null } as const;
  const person = await usePasskey(ctx, asked, given.passkey, site());
  return { person, method: "passkey", verified: true };
}

/** A session does what its key may do: one that only reads opens none. */
async function byKey({ db, now }: Context, key: string): Promise<Shown> {
  const found = await findByKey(db, await sha256(key), now());
  if (!found?.key.scopes.includes("act")) {
    throw new Refusal("unauthenticated", "The API key is not known or has ended.");
  }
  const verified = found.key.scopes.includes("verify");
  return { person: found.person.id, method: "key", verified };
}

/** A demo person proves nothing, and does what the demo keys do; others cannot be taken in this way. */
async function asDemo({ db, demo }: Context, person: string): Promise<Shown> {
  const people = demo ? await listDemoPeople(db, demo.people) : [];
  if (people.some(({ id }) => id === person)) return { person, method: "demo", verified: true };
  throw new Refusal("unauthenticated", "This is none of the demo people.");
}
