import { type Logger, noLog } from "./logger.ts";
import { type Metrics, noMetrics } from "./metrics.ts";
import { noOutages, type Outages } from "./outages.ts";
import { noTracing, type Tracing } from "./tracing.ts";

/** How what happens is told: in lines, figures and traces. The doors open one and hand it down. */
export type Observe = {
  log: Logger;
  metrics: Metrics;
  tracing: Tracing;
  outages: Outages;
  /** Milliseconds on a clock that only runs forward, to measure how long something took. */
  ticks(): number;
};

/** Tells nobody anything: for commands and for tests that do not look. */
export const unobserved: Observe = {
  log: noLog,
  metrics: noMetrics,
  tracing: noTracing,
  outages: noOutages,
  ticks: () => 0,
};
