import { join } from "node:path";
import { destination } from "pino";
import type { Context } from "#src/context.ts";
import { openLogger } from "#src/observe/logger.ts";
import { openOutages } from "#src/observe/outages.ts";
import { pinoWriter } from "#src/observe/pino-writer.ts";
import { openPrometheus } from "#src/observe/prometheus.ts";

/** The same context with lines written to a file and figures counted, as a service of record has it. */
export function observed(ctx: Context, folder: string): Context {
  const now = () => new Date();
  const dest = join(folder, "lines.ndjson");
  const log = openLogger(pinoWriter({ level: "info", now }, destination({ dest, sync: true })));
  const ticks = () => performance.now();
  const work = () => Promise.reject(new Error("Nobody asks."));
  const metrics = openPrometheus({ pools: () => ({}), work, parts: () => ({}) }, now);
  const origin = { request: crypto.randomUUID(), traceparent: null };
  const outages = openOutages({ log, ticks });
  return { ...ctx, log, ticks, metrics, outages, origin };
}
