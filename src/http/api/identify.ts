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

/** How stale the time of a session's last use can be. */
const noteEvery = 5 * 60 * 1000;

/**
 * Identifies who is acting, by an API key (`Authorization: Bearer …`) or a session cookie. Refuses an invalid key, so
 * that no one acts as the public by mistake. An ended session identifies no one.
 */
export const identify: MiddlewareHandler<Env> = async (c, next) => {
  const bearer = c.req.header("Authorization")?.match(/^Bearer (\S+)$/)?.[1];
  const session = readCookie(c, "session");
  if (bearer) await byKey(c, bearer);
  else if (session) await bySession(c, session);
  const person = c.get("person");
  const ctx = c.get("ctx");
  await limit(ctx.limits, "requests", person ? `person ${person.id}` : `address ${networkOf(c)}`);
  // From here on queries run as the person, under row-level security.
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
 * Refuses an act of the office that this request cannot take: without its role (403), by an API key (403
 * `key-is-no-person`), or on a session whose person was not verified within five minutes (401 `step-up-required`).
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
 * Prevents pages of other sites from acting with a session cookie: changes must come from this site. Verification
 * changes nothing and is open to all.
 */
export const refuseCrossSite: MiddlewareHandler<Env> = async (c, next) => {
  if (!isReading(c) && !isOpenToOthers(c.req.path) && isElsewhere(c)) {
    throw new Refusal("cross-site-request", "The request comes from another site.");
  }
  return next();
};

/**
 * Trusts the browser's `Sec-Fetch-Site`. Without that header it compares the origin, which our own forms send as
 * `null`.
 */
function isElsewhere(c: Call): boolean {
  const site = c.req.header("Sec-Fetch-Site");
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const origin = c.req.header("Origin");
  return origin !== undefined && !isOwn(c, origin);
}

/** The origin must be the public address if one is set, else the requested one. */
function isOwn(c: Call, origin: string): boolean {
  const { publicUrl } = c.get("ctx");
  return origin === (publicUrl ?? new URL(c.req.url).origin);
}
