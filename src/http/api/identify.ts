import type { MiddlewareHandler } from "hono";
import { isByKey, isFresh, type KeyScope } from "#src/accounts/proof.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import { principalOf, unchanged } from "#src/db/principal.ts";
import { Refusal } from "#src/errors.ts";
import { limit } from "#src/limits/rates.ts";
import { can, officePermissions } from "#src/people/can.ts";
import { findByKey, findBySession } from "#src/people/find.ts";
import { keyIsNoPerson } from "#src/people/key-is-no-person.ts";
import { needsPerson, type OfficeAct, safeguardsOf } from "#workflows/safeguards.ts";
import { networkOf } from "./address.ts";
import { acting, type Call, type Env } from "./api.ts";
import { readCookie } from "./cookies.ts";
import { isOpenToOthers } from "./cross-origin.ts";

/** How old the note of a session's last use may be. */
const noteEvery = 5 * 60 * 1000;

/**
 * Finds who is acting, from an API key (`Authorization: Bearer …`) or a session's cookie. A key that is
 * not good is refused, so that nobody acts as the public by mistake; a session that has ended is nobody.
 */
export const identify: MiddlewareHandler<Env> = async (c, next) => {
  const bearer = c.req.header("Authorization")?.match(/^Bearer (\S+)$/)?.[1];
  const session = readCookie(c, "session");
  if (bearer) await byKey(c, bearer);
  else if (session) await bySession(c, session);
  const person = c.get("person");
  const ctx = c.get("ctx");
  await limit(ctx.limits, "requests", person ? `person ${person.id}` : `address ${networkOf(c)}`);
  // From here on the database is asked as the person, under row-level security.
  c.set("ctx", { ...ctx, db: ctx.as(principalOf(person)) });
  return next();
};

async function byKey(c: Call, bearer: string): Promise<void> {
  const { as, now, limits } = c.get("ctx");
  const found = await findByKey(as(unchanged), await sha256(bearer), now());
  if (!found) {
    await limit(limits, "failures-from-address", `key ${networkOf(c)}`);
    throw new Refusal("unauthenticated", "The API key is not known or has ended.");
  }
  const scopes = found.key.scopes as KeyScope[];
  if (!isReading(c) && !scopes.includes("act")) {
    throw new Refusal("forbidden", "This API key only reads.");
  }
  c.set("person", found.person);
  c.set("proof", { via: "key", key: found.key.id, scopes, passkeys: found.passkeys });
}

async function bySession(c: Call, token: string): Promise<void> {
  const { as, db, now } = c.get("ctx");
  const digest = await sha256(token);
  const found = await findBySession(as(unchanged), digest, now());
  if (!found) return;
  const { id, key: openedBy, verifiedAt, seenAt } = found.session;
  c.set("person", found.person);
  const { passkeys } = found;
  c.set("proof", { via: "session", session: id, digest, openedBy, verifiedAt, passkeys });
  if (now().getTime() - seenAt.getTime() < noteEvery) return;
  await db.updateTable("sessions").set({ seen_at: now() }).where("digest", "=", digest).execute();
}

/**
 * Refuses an act of the office that this request cannot take: without the role for it (403), by an API key (403
 * `key-is-no-person`), or on a session whose person was not verified within the last minutes (401 `step-up-required`).
 */
export function requireSafeguards(c: Call, act: OfficeAct): void {
  const proof = c.get("proof");
  const permission = officePermissions[act];
  if (permission && !can(acting(c), permission)) {
    throw new Refusal("forbidden", "Your role does not include this.");
  }
  if (isByKey(proof) && needsPerson(act)) {
    throw new Refusal("key-is-no-person", keyIsNoPerson);
  }
  if (!safeguardsOf(act).fresh || isFresh(proof, c.get("ctx").now())) return;
  throw new Refusal("step-up-required", "Confirm that it is you, then do this again.");
}

function isReading(c: Call): boolean {
  return c.req.method === "GET" || c.req.method === "HEAD";
}

/**
 * A page elsewhere cannot act with a session's cookie: what changes something comes from this site. Verification
 * changes nothing and is open to all.
 */
export const refuseCrossSite: MiddlewareHandler<Env> = async (c, next) => {
  if (!isReading(c) && !isOpenToOthers(c.req.path) && isElsewhere(c)) {
    throw new Refusal("cross-site-request", "The request comes from another site.");
  }
  return next();
};

/** As the browser says; one that does not say it names the origin, which a form of ours sends as `null`. */
function isElsewhere(c: Call): boolean {
  const site = c.req.header("Sec-Fetch-Site");
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const origin = c.req.header("Origin");
  return origin !== undefined && !isOwn(c, origin);
}

/** Where a public address is set the origin is that one, else the address that was asked. */
function isOwn(c: Call, origin: string): boolean {
  const { publicUrl } = c.get("ctx");
  return origin === (publicUrl ?? new URL(c.req.url).origin);
}
