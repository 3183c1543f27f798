import { onTestFinished } from "vitest";
import { type RedisServer, startRedis } from "./redis-server.ts";

/** A redis-server for one test alone, which may flush, stop or kill it; gone when the test ends. */
export async function freshRedis(): Promise<RedisServer> {
  const server = await startRedis();
  onTestFinished(() => server.stop());
  return server;
}
