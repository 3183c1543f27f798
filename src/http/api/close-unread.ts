import type { MiddlewareHandler } from "hono";
import type { Env } from "./api.ts";

/** The server drains an unread refused body up to this size, so that its connection can be reused. */
const drainedBytes = 64 * 1024;

/**
 * Sends `Connection: close` if a long body was refused before it was read (RFC 9112, 9.3). The server then ends the
 * connection, so a client's pool must not send its next request on it. Only on Node.
 */
export const closeUnread: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const { incoming } = c.env ?? {};
  if (c.req.method === "GET" || c.req.method === "HEAD" || incoming?.complete !== false) return;
  const length = Number(c.req.header("Content-Length") ?? Number.POSITIVE_INFINITY);
  if (c.res.status === 413 || length > drainedBytes) c.res.headers.set("Connection", "close");
};
