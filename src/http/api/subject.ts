import type { MiddlewareHandler } from "hono";
import { requestSubject } from "#src/db/turns.ts";
import type { Env } from "./api.ts";

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/**
 * Records the request's subject (the first id in its path), so that requests waiting for one locked agreement do not
 * take all connections.
 */
export const noteSubject: MiddlewareHandler<Env> = async (c, next) => {
  const subject = c.req.path.match(uuid)?.[0].toLowerCase();
  return subject ? requestSubject.run(subject, next) : next();
};
