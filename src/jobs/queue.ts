import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type BackendClasses,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type JobsOptions,
  type MinimalJob,
  runMigrations,
  withBackend,
} from "bullmq";
import { Client } from "pg";
import { soon } from "./soon.ts";

/** A job has only its id and its effect's name. The outbox row behind the id holds the rest. */
export type QueuedJob = { id: string; name: string };

/** A job passed to a handler; `last` if a throw now ends it for good. */
export type Turn = QueuedJob & {
  attempt: number;
  last: boolean;
  /** How long the queue waits before the next attempt if this one throws, in milliseconds. */
  retryMs: number;
};

/** Does a job, perhaps for the second time; throws to have it retried. */
export type Handler = (turn: Turn) => Promise<void>;

export type Queue = {
  /**
   * Adds jobs; ignores a job whose id is already in the queue, in any state. Throws within seconds if the queue cannot
   * be reached, so that no transaction waits for it.
   */
  add(jobs: QueuedJob[]): Promise<void>;
  /** Makes sure that the jobs run: adds unknown jobs and restarts failed ones with a fresh count of attempts. */
  revive(jobs: QueuedJob[]): Promise<void>;
  /**
   * Starts taking jobs, `concurrency` at once. `close` takes no more and waits for running jobs, `graceMs` at most.
   * Another worker repeats whatever is unfinished by then.
   */
  work(handler: Handler, options: { concurrency: number }): Promise<{ close(): Promise<void> }>;
  /** How many jobs are in each state. Throws within seconds if the queue cannot be reached. */
  health(): Promise<Record<"waiting" | "active" | "delayed" | "failed", number>>;
  close(): Promise<void>;
};

export type QueueOptions = {
  /** All processes on the same database or Redis share the queue of this name. */
  name: string;
  /** Receives lost connections; the caller need not act on them. */
  report(error: Error): void;
  /** Receives a job that the queue gave up without calling its handler, because its processes were killed too often. */
  lost?(job: QueuedJob, error: Error): void;
  attempts?: number;
  /** The back-off before the second attempt, doubled for each one up to `maxBackoffMs`; half of it is random. */
  backoffMs?: number;
  maxBackoffMs?: number;
  /** How long a job may give no sign of life before it counts as abandoned, and how often the queue checks. */
  lockMs?: number;
  stalledMs?: number;
  /** A start that kills its process is not a failed attempt. After this many such starts the job fails. */
  killedStarts?: number;
  /** How often an idle worker polls for jobs; it is also notified of each at once. */
  idlePollMs?: number;
  /** The longest time closing may take; without Redis neither a job nor a worker can finish. */
  graceMs?: number;
};

/** The service's only queue. */
export const effects = "effects";

const SCHEMA = "queue";
const PREFIX = "{depositary}";

/**
 * Opens the queue: on Redis if `redisUrl` is set, else on PostgreSQL in the schema `queue`, which `migrateQueue`
 * creates. Callers cannot tell the difference.
 *
 * Tests check that both backends behave alike. They ignore an id while a job with it exists, even a failed one. A
 * killed worker's job runs again after at most lockMs plus stalledMs. A job older than its lock may run twice at once.
 * A job with no stalls left fails without a call to its handler.
 */
export async function openQueue(
  config: { databaseUrl: string; redisUrl: string | null },
  options: QueueOptions,
): Promise<Queue> {
  if (config.redisUrl) {
    // By default BullMQ waits up to 20 s between two attempts to reconnect.
    const retryStrategy = (times: number) => Math.min(times * 200, 2000);
    const patient = { url: config.redisUrl, maxRetriesPerRequest: null, retryStrategy };
    const hasty = {
      url: config.redisUrl,
      maxRetriesPerRequest: 1,
      connectTimeout: 3000,
      commandTimeout: 5000,
      retryStrategy: () => 500,
    };
    return build(withBackend(createRedisBackend), { hasty, patient }, options);
  }
  const patient = { connectionString: config.databaseUrl, schema: SCHEMA, keepAlive: true, max: 4 };
  const hasty = { ...patient, connectionTimeoutMillis: 3000, query_timeout: 5000 };
  return build(withBackend(createPostgresBackend), { hasty, patient }, options);
}

/**
 * Creates or migrates the queue's schema and grants it to `depositary_queue`, a role that exists by then and can create
 * only temporary tables in it. One transaction under BullMQ's own advisory lock: one of several first starts does it.
 */
export async function migrateQueue(ownerUrl: string, name: string = effects): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
    // BullMQ creates a sequence at the first job. The owner creates it, so the queue's login needs no right to.
    await client.query(`SELECT ${SCHEMA}.next_job_id($1)`, [name]);
    await client.query(opened);
  } finally {
    await client.end();
  }
}

const opened = `BEGIN;
  SELECT pg_advisory_xact_lock(hashtext('depositary: ${SCHEMA}'));
  GRANT USAGE ON SCHEMA ${SCHEMA} TO depositary_queue;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO depositary_queue;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${SCHEMA} TO depositary_queue;
  COMMIT`;

/** `hasty` is for callers that hold a transaction open while they add; a worker waits without limit. */
async function build<B extends IQueueBackend, C>(
  { Queue, Worker }: BackendClasses<B, C>,
  connections: { hasty: C; patient: C },
  options: QueueOptions,
): Promise<Queue> {
  const {
    name,
    report,
    attempts = 1_000_000,
    backoffMs = 1000,
    maxBackoffMs = 3_600_000,
  } = options;
  const { lockMs = 30_000, stalledMs = 15_000, killedStarts = 20, graceMs = 15_000 } = options;
  const { idlePollMs = 5000 } = options;
  const withinGrace = (ending: Promise<void>) =>
    Promise.race([ending, sleep(graceMs, undefined, { ref: false })]);
  const queue = new Queue<object>(name, { connection: connections.hasty, prefix: PREFIX });
  let closing = false;
  // A BullMQ connection may outlive its close and end with the database; we do not report that.
  const reportFault = (error: Error) => {
    if (!closing) report(error);
  };
  queue.on("error", reportFault);
  // Treat a Redis that is down at the start like one that goes down later: jobs wait in the outbox.
  await soon(queue.waitUntilReady(), 2000).catch(reportFault);

  const jobOptions: JobsOptions = {
    attempts,
    backoff: { type: "custom" },
    // PostgreSQL keeps the record of what was done; failed jobs stay a while for operators to inspect.
    removeOnComplete: true,
    removeOnFail: { age: 7 * 24 * 3600, count: 1000 },
  };
  const waitAfter = (attempts: number) => {
    const { least, most } = retryWait(attempts, { backoffMs, maxBackoffMs });
    return randomInt(least, most + 1);
  };
  /** Chosen before each attempt, so that the handler can report when the next one is. */
  const waits = new Map<string, number>();
  const backoffStrategy = (attempts: number, _type?: string, _error?: Error, job?: MinimalJob) => {
    const chosen = waits.get(job?.id ?? "");
    waits.delete(job?.id ?? "");
    return chosen ?? waitAfter(attempts);
  };
  const add = async (jobs: QueuedJob[]) => {
    jobs.forEach(checkId);
    await soon(
      queue.addBulk(
        jobs.map((job) => ({ name: job.name, data: {}, opts: { ...jobOptions, jobId: job.id } })),
      ),
    );
  };

  return {
    add,
    revive: async (jobs) => {
      // Not with job.retry(): it keeps the count of stalls, so a job that failed from them would fail again.
      for (const { id } of jobs) {
        const job = await soon(queue.getJob(id));
        if (await job?.isFailed()) await job?.remove();
      }
      await add(jobs);
    },
    work: async (handler, { concurrency }) => {
      const worker = new Worker<object>(
        name,
        async ({ id = "", name: effect, attemptsMade, opts }) => {
          const attempt = attemptsMade + 1;
          const retryMs = waitAfter(attempt);
          waits.set(id, retryMs);
          const last = attempt >= (opts.attempts ?? 1);
          await handler({ id, name: effect, attempt, last, retryMs });
          waits.delete(id);
        },
        {
          connection: connections.patient,
          prefix: PREFIX,
          concurrency,
          lockDuration: lockMs,
          stalledInterval: stalledMs,
          drainDelay: idlePollMs / 1000,
          maxStalledCount: killedStarts,
          settings: { backoffStrategy },
        },
      );
      worker.on("error", reportFault);
      worker.on("failed", (job, error) => {
        // The handler has already reported its own errors.
        if (!/stalled/.test(error.message)) return;
        options.lost?.({ id: job?.id ?? "", name: job?.name ?? "" }, error);
      });
      await soon(worker.waitUntilReady(), 2000).catch(reportFault);
      return { close: () => withinGrace(worker.close()) };
    },
    health: async () => {
      const states = ["waiting", "active", "delayed", "failed"] as const;
      const counts = await soon(queue.getJobCounts(...states));
      const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
      return { waiting, active, delayed, failed };
    },
    close: () => {
      closing = true;
      return withinGrace(queue.close());
    },
  };
}

/** The range of the wait, in milliseconds, after this many failed attempts. */
export function retryWait(
  attempts: number,
  { backoffMs, maxBackoffMs } = { backoffMs: 1000, maxBackoffMs: 3_600_000 },
): { least: number; most: number } {
  const wait = Math.min(backoffMs * 2 ** Math.min(attempts - 1, 30), maxBackoffMs);
  return { least: Math.floor(wait / 2), most: Math.ceil(wait) };
}

/** BullMQ takes an id of digits for one of its own, and reads a colon as a separator in its key. */
function checkId({ id }: QueuedJob): void {
  if (/^\d*$|:/.test(id)) throw new Error(`A job cannot have the id "${id}".`);
}
