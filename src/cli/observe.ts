import { performance } from "node:perf_hooks";
import { type Config, ConfigError } from "#src/config/config.ts";
import type { Foundation } from "#src/foundation.ts";
import type { Level } from "#src/observe/events.ts";
import { openLogger } from "#src/observe/logger.ts";
import { type Observe, unobserved } from "#src/observe/observe.ts";
import { NoOpenTelemetry, startOpenTelemetry } from "#src/observe/open-telemetry.ts";
import { openOutages, outageParts } from "#src/observe/outages.ts";
import { pinoWriter } from "#src/observe/pino-writer.ts";
import { openPrometheus } from "#src/observe/prometheus.ts";
import { noTracing, type Tracing } from "#src/observe/tracing.ts";
import { readWork } from "#src/outbox/work-figures.ts";
import { now } from "./now.ts";

/** Opens a service's reporting: log lines on standard error, and traces if configured. Throws ConfigError. */
export async function observeService({ observe }: Pick<Config, "observe">): Promise<Observe> {
  const level = levelFor(observe.level, process.stderr.isTTY === true);
  const log = openLogger(pinoWriter({ level, now }));
  const ticks = () => performance.now();
  const tracing = await openTracing(observe.tracing);
  return { ...unobserved, log, ticks, tracing, outages: openOutages({ log, ticks }) };
}

/**
 * The level of a service's lines. On a terminal a person reads, who needs the address and how to sign in and not a line
 * for each request; a supervisor or a container collects everything.
 */
export function levelFor(configured: Level | null, isTerminal: boolean): Level {
  return configured ?? (isTerminal ? "warn" : "info");
}

/** A command logs only what an operator should fix; standard output has only its answer. */
export function observeCommand(): Observe {
  const log = openLogger(pinoWriter({ level: "warn", now }));
  const ticks = () => performance.now();
  return { ...unobserved, log, ticks, outages: openOutages({ log, ticks }) };
}

/** The same service with metrics: its connections, its backlog, and the parts that do not answer. */
export function measured(foundation: Foundation): Foundation {
  const { observe, pools, watch } = foundation;
  const sources = {
    pools: () =>
      Object.fromEntries(
        Object.entries(pools).map(([name, pool]) => [
          name,
          {
            size: pool.totalCount,
            idle: pool.idleCount,
            waiting: pool.waitingCount,
            max: pool.options.max,
          },
        ]),
      ),
    work: () => readWork(watch, now()),
    parts: () =>
      Object.fromEntries(outageParts.map((part) => [part, !observe.outages.isOut(part)])),
  };
  return { ...foundation, observe: { ...observe, metrics: openPrometheus(sources, now) } };
}

async function openTracing(wanted: Config["observe"]["tracing"]): Promise<Tracing> {
  if (!wanted) return noTracing;
  return startOpenTelemetry(wanted).catch((error) => {
    throw error instanceof NoOpenTelemetry ? new ConfigError(error.message) : error;
  });
}
