import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { sha256 } from "#src/digest.ts";
import { Refusal } from "#src/errors.ts";
import { findByKey, findBySession } from "#src/people/find.ts";
import type { Env } from "./api.ts";

export const sessionCookie = "depositary-session";

/**
 * Finds who is acting, from an API key (`Authorization: Bearer …`) or a session's cookie. A key that is
 * not good is refused, so that nobody acts as the public by mistake; a session that has ended is nobody.
 */
export const identify: MiddlewareHandler<Env> = async (c, next) => {
  const ctx = c.get("ctx");
  const bearer = c.req.header("Authorization")?.match(/^Bearer (\S+)$/)?.[1];
  const session = getCookie(c, sessionCookie);
  if (bearer) {
    const person = await findByKey(ctx.db, await sha256(bearer), ctx.now());
    if (!person) throw new Refusal("unauthenticated", "The API key is not known or has ended.");
    c.set("person", person);
  } else if (session) {
    c.set("person", await findBySession(ctx.db, await sha256(session), ctx.now()));
  } else {
    c.set("person", null);
  }
  return next();
};

/** A page elsewhere cannot act with a session's cookie: what changes something comes from this site. */
export const refuseCrossSite: MiddlewareHandler<Env> = async (c, next) => {
  const safe = c.req.method === "GET" || c.req.method === "HEAD";
  const site = c.req.header("Sec-Fetch-Site");
  if (!safe && site !== undefined && site !== "same-origin" && site !== "none") {
    throw new Refusal("cross-site-request", "The request comes from another site.");
  }
  return next();
};
