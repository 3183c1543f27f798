import type { MiddlewareHandler } from "hono";
import { type Rate, rates, type Taken } from "#src/limits/rates.ts";
import type { Env } from "./api.ts";

/**
 * Limits that clients can plan with. Limits on mailboxes and failed proofs stay hidden: they would reveal others'
 * activity.
 */
const told: readonly Rate[] = ["requests", "previews", "verifications", "challenges", "own-codes"];

/**
 * Reports the remaining quota of each limit that a request counted for (draft-ietf-httpapi-ratelimit-headers-10): the
 * policy as quota and window in seconds, the state as what remains and the seconds until the window ends.
 */
export const rateLimits: MiddlewareHandler<Env> = async (c, next) => {
  const ctx = c.get("ctx");
  const counted = new Map<Rate, Taken>();
  const take: typeof ctx.limits.take = async (rate, key) => {
    const taken = await ctx.limits.take(rate, key);
    if (taken && told.includes(rate)) counted.set(rate, taken);
    return taken;
  };
  c.set("ctx", { ...ctx, limits: { ...ctx.limits, take } });
  await next();
  if (counted.size === 0) return;
  const policies = [...counted.keys()].map(
    (rate) => `"${rate}";q=${rates[rate].times};w=${rates[rate].seconds}`,
  );
  const rest = [...counted].map(([rate, { left, seconds }]) => `"${rate}";r=${left};t=${seconds}`);
  c.res.headers.set("RateLimit-Policy", policies.join(", "));
  c.res.headers.set("RateLimit", rest.join(", "));
};
