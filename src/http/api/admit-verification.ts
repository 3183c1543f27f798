import type { MiddlewareHandler } from "hono";
import { Refusal } from "#src/errors.ts";
import { networkOf } from "./address.ts";
import type { Env } from "./api.ts";

/** How many files of up to 20 MB a process holds for verification at once. Four are verified; the others wait. */
export const maxAtOnce = 8;
/** How many of them can come from one person, or from one network if not signed in. */
export const maxPerClient = 4;

let held = 0;
const byClient = new Map<string, number>();

/**
 * Admits a file for verification while there is room, before its body is read; otherwise 503 with `Retry-After`. A
 * flood of large files therefore takes the memory of a few.
 */
export const admitVerification: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method !== "POST" || !c.req.path.endsWith("/v1/verifications")) return next();
  const person = c.get("person");
  const client = person ? `person ${person.id}` : `network ${networkOf(c)}`;
  const own = byClient.get(client) ?? 0;
  if (held >= maxAtOnce || own >= maxPerClient) {
    throw new Refusal("busy", "Other files are being verified. Send this one again in a moment.", {
      retryAfter: 5,
    });
  }
  held++;
  byClient.set(client, own + 1);
  try {
    return await next();
  } finally {
    held--;
    const left = (byClient.get(client) ?? 1) - 1;
    if (left > 0) byClient.set(client, left);
    else byClient.delete(client);
  }
};
