import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { findByKey } from "#src/people/find.ts";
import { listDemoPeople } from "#src/people/list-demo.ts";
import { type Entered, enter, type Shown } from "./enter.ts";
import { endOfKey } from "./make-key.ts";
import type { Device } from "./open-session.ts";
import type { Site } from "./site.ts";
import { keyStands, passkeyStands } from "./still-stands.ts";
import { type Given, useCode, wrongCode } from "./use-code.ts";
import { usePasskey } from "./use-passkey.ts";

export type SignIn =
  | { key: string }
  | { code: { id: string; code: string } }
  | { link: { id: string; token: string } }
  | { passkey: { id: string; response: AuthenticationResponseJSON } }
  | { demo: string };

type Circumstances = { device: Device; site: () => Site };

/** Opens a session for the person identified by the key, code, link or passkey. */
export async function signIn(
  ctx: Context,
  given: SignIn,
  { device, site }: Circumstances,
): Promise<Entered> {
  if ("code" in given) return byCode(ctx, "code", given.code, device);
  if ("link" in given) return byCode(ctx, "link", given.link, device);
  const shown = await prove(ctx, given, site);
  return enter(ctx, async () => shown, device);
}

/** A wrong code has its own refusal, and is counted. */
async function byCode(ctx: Context, method: "code" | "link", given: Given, device: Device) {
  let right = false;
  const use = async (tx: Tx): Promise<Shown | null> => {
    const used = await useCode(tx, given, { at: ctx.now(), purpose: "sign-in" });
    right = used !== null;
    return used && { ...used, method };
  };
  return enter(ctx, use, device).catch((error) => {
    throw right ? error : asWrongCode(error);
  });
}

function asWrongCode(error: unknown): unknown {
  return error instanceof Refusal && error.code === "unauthenticated" ? wrongCode() : error;
}

async function prove(
  ctx: Context,
  given: Exclude<SignIn, { code: unknown } | { link: unknown }>,
  site: () => Site,
): Promise<Shown> {
  if ("key" in given) return byKey(ctx, given.key);
  if ("demo" in given) return asDemo(ctx, given.demo);
  const asked = { purpose: "sign-in", person: null } as const;
  const { person, passkey } = await usePasskey(ctx, asked, given.passkey, site());
  const stands = (tx: Tx) => passkeyStands(tx, passkey);
  return { person, method: "passkey", by: { passkey }, verified: true, stands };
}

/** A session can do what its key can, so a read-only key opens none. */
async function byKey({ db, now }: Context, key: string): Promise<Shown> {
  const found = await findByKey(db, await sha256(key), now());
  if (!found?.key.scopes.includes("act")) {
    throw new Refusal("unauthenticated", "The API key is not known or has ended.");
  }
  const { id } = found.key;
  const stands = (tx: Tx) => keyStands(tx, id);
  const by = { key: id, until: await endOfKey(db, id) };
  return { person: found.person.id, method: "key", by, verified: false, stands };
}

/** A demo person proves nothing and can do what the demo keys can. No one else can sign in this way. */
async function asDemo({ db, demo }: Context, person: string): Promise<Shown> {
  const people = demo ? await listDemoPeople(db, demo.people) : [];
  if (people.some(({ id }) => id === person)) return { person, method: "demo", verified: true };
  throw new Refusal("unauthenticated", "This is none of the demo people.");
}
