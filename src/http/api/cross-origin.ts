import type { MiddlewareHandler } from "hono";
import type { Env } from "./api.ts";

/** What pages of other sites can request, without credentials: the public register, checkpoints and verification. */
const open = /^\/api\/v1\/(register|registered-files|checkpoints|verifications)(\/|$)/;

const asked = "Accept, Accept-Language, Content-Type, If-None-Match, If-Range, Range";
const shown =
  "Allow, Content-Digest, Content-Language, Content-Range, ETag, RateLimit, RateLimit-Policy, Repr-Digest, Retry-After";

/**
 * Lets pages of other sites read public data (Fetch Standard, CORS). No answer allows credentials, so such a page is
 * always the public. Everything else has no CORS header and stays closed to other sites.
 */
export const crossOrigin: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (!isOpenToOthers(c.req.path)) return;
  const { headers } = c.res;
  headers.set("Access-Control-Allow-Origin", "*");
  headers.set("Access-Control-Expose-Headers", shown);
  headers.set("Cross-Origin-Resource-Policy", "cross-origin");
  if (c.req.method !== "OPTIONS") return;
  headers.set("Access-Control-Allow-Methods", headers.get("Allow") ?? "");
  headers.set("Access-Control-Allow-Headers", asked);
  headers.set("Access-Control-Max-Age", "86400");
};

export function isOpenToOthers(path: string): boolean {
  return open.test(path);
}
