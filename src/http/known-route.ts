import type { MiddlewareHandler } from "hono";
import { Refusal } from "#src/errors.ts";
import type { Env } from "./api.ts";
import type { Routes } from "./routes.ts";

/**
 * Answers what no route takes: OPTIONS with the methods of the address, another method with 405, and 404 if there is
 * nothing. The contract is public, so this is told before anybody has signed in.
 */
export const knownRoute =
  (routes: Routes): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (routes.of(c)) return next();
    const methods = routes.methodsAt(c.req.path);
    if (methods.length === 0) throw new Refusal("not-found", "There is nothing at this address.");
    if (c.req.method === "OPTIONS") return c.body(null, 204, { Allow: methods.join(", ") });
    throw notAllowed(c.req.method, methods);
  };

/** A Refusal (405); its answer names the methods in Allow (RFC 9110, 15.5.6). */
export function notAllowed(method: string, methods: string[]): Refusal {
  const detail = `This address does not answer to ${method}; it answers to ${methods.join(", ")}.`;
  return new Refusal("method-not-allowed", detail, { allow: methods });
}
