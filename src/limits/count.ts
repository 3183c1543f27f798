import { once } from "node:events";
import { createRequire } from "node:module";
import type { Redis } from "ioredis";
import type {
  RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { type Limits, type Rate, rates } from "./rates.ts";

/**
 * Counts requests: in Redis if there is one, so that all processes count together, else in this process. While Redis
 * does not answer, each process counts for itself, and `told` hears of it.
 */
export function countRequests(
  redisUrl: string | null,
  told: { failed(error: Error): void; well(): void } = { failed: () => {}, well: () => {} },
): Limits & {
  /** Resolves once Redis counts, or at once without Redis. */
  ready(): Promise<void>;
  close(): void;
} {
  const redis = redisUrl ? openRedis(redisUrl) : null;
  // A Redis that is down is no reason to stop: the limiter counts in memory meanwhile.
  redis?.on("error", told.failed);
  redis?.on("ready", told.well);
  const limiters = Object.fromEntries(
    Object.entries(rates).map(([name, rate]) => [name, limiterOf(name, rate, redis)]),
  ) as Record<Rate, RateLimiterAbstract>;
  return {
    take: async (rate, key) => {
      try {
        const counted = await limiters[rate].consume(key);
        return { refused: false, left: counted.remainingPoints, seconds: secondsOf(counted) };
      } catch (refused) {
        if (!isRefusal(refused)) throw refused;
        // A refused attempt does not happen, so it does not count.
        await limiters[rate].reward(key);
        return { refused: true, left: 0, seconds: secondsOf(refused) };
      }
    },
    giveBack: async (rate, key) => {
      await limiters[rate].reward(key);
    },
    ready: async () => {
      if (redis && redis.status !== "ready") await once(redis, "ready");
    },
    close: () => redis?.disconnect(),
  };
}

/**
 * Loads a client only where there is a Redis, and of the limiter's package the two stores that we use: its index loads a
 * dozen. Both come from the package, because one must be an instance of the other's class, of which a bundle would hold a
 * copy of its own.
 */
const load = createRequire(import.meta.url);

function openRedis(url: string): Redis {
  const { Redis: Client } = load("ioredis") as typeof import("ioredis");
  return new Client(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
}

/** A limit that was reached, and no fault. */
function isRefusal(error: unknown): error is RateLimiterRes {
  return typeof error === "object" && error !== null && "msBeforeNext" in error;
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}

function limiterOf(
  name: string,
  { times, seconds }: { times: number; seconds: number },
  redis: Redis | null,
): RateLimiterAbstract {
  const options = { keyPrefix: `depositary-${name}`, points: times, duration: seconds };
  const Memory = load("rate-limiter-flexible/lib/RateLimiterMemory.js") as typeof RateLimiterMemory;
  const memory = new Memory(options);
  if (!redis) return memory;
  const Limiter = load("rate-limiter-flexible/lib/RateLimiterRedis.js") as typeof RateLimiterRedis;
  return new Limiter({ ...options, storeClient: redis, insuranceLimiter: memory });
}
