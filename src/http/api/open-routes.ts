import type { MiddlewareHandler } from "hono";
import { Refusal } from "#src/errors.ts";
import type { Env } from "./api.ts";

/** Requests that need no sign-in. Everything else is 401 before it is examined. */
const open = [
  /^GET \/api\/v1\/(service|demo\/people|demo\/letters)$/,
  /^GET \/api\/v1\/register(ed-files)?(\/|$)/,
  /^GET \/api\/v1\/checkpoints(\/|$)/,
  /^POST \/api\/v1\/verifications$/,
  /^POST \/api\/v1\/session(\/codes|\/passkeys)?$/,
  /^GET \/api\/v1\/session\/sign-on(\/callback)?$/,
];

export const refuseStrangers: MiddlewareHandler<Env> = async (c, next) => {
  if (c.get("person") || isOpen(c.req.method, c.req.path)) return next();
  throw new Refusal("unauthenticated", "Sign in first.");
};

/** Whether a request needs no sign-in. HEAD is treated like GET. */
export function isOpen(method: string, path: string): boolean {
  const asked = `${method === "HEAD" ? "GET" : method} ${path}`;
  return open.some((route) => route.test(asked));
}
