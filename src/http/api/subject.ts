import type { MiddlewareHandler } from "hono";
import { requestSubject } from "#src/db/turns.ts";
import type { Env } from "./api.ts";

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/**
 * Notes which record the request is about (the first id in its path), so that requests that wait for one
 * locked agreement do not take the connections of all others.
 */
export const noteSubject: MiddlewareHandler<Env> = async (c, next) => {
  const subject = c.req.path.match(uuid)?.[0].toLowerCase();
  return subject ? requestSubject.run(subject, next) : next();
};
