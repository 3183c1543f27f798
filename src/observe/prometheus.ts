import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Metrics } from "./metrics.ts";
import { measureProcess } from "./process-figures.ts";

/** Sources that are read only when a client reads the figures. */
export type Sources = {
  /** Database connections by pool. */
  pools(): Record<string, { size: number; idle: number; waiting: number; max: number }>;
  /** The backlog of the outbox and the log; throws if the database does not answer. */
  work(): Promise<WorkFigures>;
  /** The parts, by whether they answer now. */
  parts(): Record<string, boolean>;
};

type WorkFigures = Record<
  | "waiting"
  | "running"
  | "failing"
  | "failed"
  | "oldestWaiting"
  | "unsequenced"
  | "logLag"
  | "unjudged"
  | "awaitedLag",
  number
>;

/** From five milliseconds to a minute: pages of an app, and seals that wait for an authority. */
const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const jobBuckets = [0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** Measures with prom-client, on its own registry. Every name is in docs/OBSERVABILITY.md. */
export function openPrometheus(sources: Sources, now: () => Date): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: "depositary_http_request_duration_seconds",
    help: "Seconds from a request's arrival to its answer, by method, route pattern and status.",
    labelNames: ["method", "route", "status"],
    buckets: requestBuckets,
    registers,
  });
  const acts = new Counter({
    name: "depositary_acts_total",
    help: "Acts on agreements that were asked for, by act and outcome.",
    labelNames: ["act", "outcome"],
    registers,
  });
  const jobs = new Histogram({
    name: "depositary_job_duration_seconds",
    help: "Seconds that one try of a job took, by job and outcome.",
    labelNames: ["job", "outcome"],
    buckets: jobBuckets,
    registers,
  });
  const letters = new Counter({
    name: "depositary_letters_total",
    help: "Letters handed to the mail server, by letter and outcome.",
    labelNames: ["letter", "outcome"],
    registers,
  });
  gaugesOfParts(registers, sources);
  const readWork = gaugesOfWork(registers, sources);
  measureProcess(registers, now);
  return {
    request: (labels, seconds) => requests.observe(labels, seconds),
    act: (act, outcome) => acts.inc({ act, outcome }),
    job: (job, outcome, seconds) => jobs.observe({ job, outcome }, seconds),
    letter: (letter, outcome) => letters.inc({ letter, outcome }),
    page: async () => {
      await readWork();
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

function gaugesOfParts(registers: Registry[], { pools, parts }: Sources): void {
  new Gauge({
    name: "depositary_database_connections",
    help: "Connections to the database, by pool and state; `waiting` are requests for one.",
    labelNames: ["pool", "state"],
    registers,
    collect() {
      for (const [pool, states] of Object.entries(pools())) {
        for (const [state, count] of Object.entries(states)) this.set({ pool, state }, count);
      }
    },
  });
  new Gauge({
    name: "depositary_part_up",
    help: "1 if a part that the service stands on answered when it was last used, else 0.",
    labelNames: ["part"],
    registers,
    collect() {
      for (const [part, isUp] of Object.entries(parts())) this.set({ part }, isUp ? 1 : 0);
    },
  });
}

/** One query for all of these gauges. Without an answer they have no value, rather than an old one. */
function gaugesOfWork(registers: Registry[], { work }: Sources): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers });
  const jobs = gauge(
    "depositary_outbox_jobs",
    "Jobs in the outbox that are not finished, by state.",
    ["state"],
  );
  const oldest = gauge(
    "depositary_outbox_oldest_waiting_seconds",
    "Seconds that the oldest job has waited to be handed to the queue.",
  );
  const unsequenced = gauge(
    "depositary_log_unsequenced_entries",
    "Entries of evidence that are committed and have no place in the log yet.",
  );
  const lag = gauge(
    "depositary_log_lag_seconds",
    "Seconds since the oldest of these entries was written.",
  );
  const unjudged = gauge(
    "depositary_awaited_unjudged_changes",
    "Changes of agreements after which it was not judged yet who is awaited.",
  );
  const awaitedLag = gauge(
    "depositary_awaited_lag_seconds",
    "Seconds since the oldest of these changes.",
  );
  return async () => {
    for (const one of [oldest, unsequenced, lag, unjudged, awaitedLag]) one.remove();
    jobs.reset();
    const figures = await work().catch(() => null);
    if (!figures) return;
    for (const state of ["waiting", "running", "failing", "failed"] as const) {
      jobs.set({ state }, figures[state]);
    }
    oldest.set(figures.oldestWaiting);
    unsequenced.set(figures.unsequenced);
    lag.set(figures.logLag);
    unjudged.set(figures.unjudged);
    awaitedLag.set(figures.awaitedLag);
  };
}
