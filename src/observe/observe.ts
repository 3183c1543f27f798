import { type Logger, noLog } from "./logger.ts";
import { type Metrics, noMetrics } from "./metrics.ts";
import { noOutages, type Outages } from "./outages.ts";
import { noTracing, type Tracing } from "./tracing.ts";

/** Logs, figures and traces. The doors open one and pass it down. */
export type Observe = {
  log: Logger;
  metrics: Metrics;
  tracing: Tracing;
  outages: Outages;
  /** A monotonic clock in milliseconds, to measure durations. */
  ticks(): number;
};

/** Reports nothing: for commands and for tests that do not look. */
export const unobserved: Observe = {
  log: noLog,
  metrics: noMetrics,
  tracing: noTracing,
  outages: noOutages,
  ticks: () => 0,
};
