import type { MiddlewareHandler } from "hono";
import { Refusal } from "#src/errors.ts";
import type { Env } from "./api.ts";

/** What everybody may ask who has not signed in; all else is 401 before anything of it is looked at. */
const open = [
  /^GET \/api\/v1\/(service|demo\/people|demo\/letters)$/,
  /^GET \/api\/v1\/register(\/|$)/,
  /^GET \/api\/v1\/checkpoints(\/|$)/,
  /^POST \/api\/v1\/verifications$/,
  /^POST \/api\/v1\/session(\/codes|\/passkeys)?$/,
  /^GET \/api\/v1\/session\/sign-on(\/callback)?$/,
];

export const refuseStrangers: MiddlewareHandler<Env> = async (c, next) => {
  const method = c.req.method === "HEAD" ? "GET" : c.req.method;
  const asked = `${method} ${c.req.path}`;
  if (c.get("person") || open.some((route) => route.test(asked))) return next();
  throw new Refusal("unauthenticated", "Sign in first.");
};
