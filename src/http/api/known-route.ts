import type { MiddlewareHandler } from "hono";
import { Refusal } from "#src/errors.ts";
import type { Call, Env } from "./api.ts";
import { allowed, type Routes } from "./routes.ts";

/**
 * Answers requests without a route: OPTIONS with the address's methods, another method with 405, and 404 if there is
 * nothing. The contract is public, so this needs no sign-in.
 */
export const knownRoute =
  (routes: Routes): MiddlewareHandler<Env> =>
  async (c, next) => {
    const route = routes.of(c);
    if (route) {
      c.set("route", route);
      return next();
    }
    const methods = routes.methodsAt(c.req.path);
    if (methods.length === 0) throw nothingHere();
    if (c.req.method === "OPTIONS") return c.body(null, 204, { Allow: methods.join(", ") });
    throw notAllowed(c.req.method, methods);
  };

const pages = /^\/(healthz|readyz|metrics|openapi\.json|docs|style\.css|icon\.svg)$/;

/** The same outside the API: pages, the contract and health checks can only be read. */
export function answerNoRoute(c: Call, isPage: boolean): Response {
  const known = isPage || pages.test(c.req.path);
  if (!known || c.req.method === "GET" || c.req.method === "HEAD") throw nothingHere();
  const methods = allowed(["GET"]);
  if (c.req.method === "OPTIONS") return c.body(null, 204, { Allow: methods.join(", ") });
  throw notAllowed(c.req.method, methods);
}

const nothingHere = () => new Refusal("not-found", "There is nothing at this address.");

/** A Refusal (405) whose answer lists the methods in Allow (RFC 9110, 15.5.6). */
function notAllowed(method: string, methods: string[]): Refusal {
  const detail = `This address does not answer to ${method}; it answers to ${methods.join(", ")}.`;
  return new Refusal("method-not-allowed", detail, { allow: methods });
}
