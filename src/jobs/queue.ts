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

/** A job is its id and its effect's name; what it is about stands in the outbox row the id is made from. */
export type QueuedJob = { id: string; name: string };

/** A job handed to a handler; `last` when a throw now is the end of it. */
export type Turn = QueuedJob & {
  attempt: number;
  last: boolean;
  /** How long the queue waits before the next attempt if this one throws, in milliseconds. */
  retryMs: number;
};

/** Does a job, perhaps for the second time; throws when it is to be tried again. */
export type Handler = (turn: Turn) => Promise<void>;

export type Queue = {
  /**
   * Adds jobs; one whose id is in the queue already, in whatever state, is left as it is. Throws within
   * seconds when the queue cannot be reached, so that no transaction waits for it.
   */
  add(jobs: QueuedJob[]): Promise<void>;
  /** Makes sure that the jobs run: adds the unknown, runs the failed from their first attempt again. */
  revive(jobs: QueuedJob[]): Promise<void>;
  /**
   * Starts taking jobs, `concurrency` at once. `close` takes no more and waits for those under way, `graceMs`
   * at most; what is not done by then is done again by another worker.
   */
  work(handler: Handler, options: { concurrency: number }): Promise<{ close(): Promise<void> }>;
  /** How many jobs are in each state. Throws within seconds when the queue cannot be reached. */
  health(): Promise<Record<"waiting" | "active" | "delayed" | "failed", number>>;
  close(): Promise<void>;
};

export type QueueOptions = {
  /** A queue of this name is shared by all processes on the same database or Redis. */
  name: string;
  /** Told of lost connections; nothing has to be done about them. */
  report(error: Error): void;
  /** Told of a job that the queue gave up without asking its handler: its processes were killed too often. */
  lost?(job: QueuedJob, error: Error): void;
  attempts?: number;
  /** The wait before the second attempt, doubled for each further one up to `maxBackoffMs`; half is by chance. */
  backoffMs?: number;
  maxBackoffMs?: number;
  /** After how long without a sign of life a job counts as left behind, and how often that is looked at. */
  lockMs?: number;
  stalledMs?: number;
  /** A start that kills its process is not a failed attempt: so many are given before the job fails. */
  killedStarts?: number;
  /** How often an idle worker looks for jobs by itself; it also hears of each at once. */
  idlePollMs?: number;
  /** How long closing may take; without Redis neither a job nor a worker comes to its end. */
  graceMs?: number;
};

/** The one queue of the service. */
export const effects = "effects";

const SCHEMA = "queue";
const PREFIX = "{depositary}";

/**
 * Opens the queue, on PostgreSQL in the schema `queue` (which `migrateQueue` has made), or on Redis where `redisUrl` is
 * set; nothing above can tell which.
 *
 * Both backends behave alike, as the tests show: an id is ignored while a job of it exists, also a failed
 * one; a killed worker's job runs again after lockMs and stalledMs at most; a job older than its lock may
 * run twice at once; a job whose stalls are used up fails without its handler being told.
 */
export async function openQueue(
  config: { databaseUrl: string; redisUrl: string | null },
  options: QueueOptions,
): Promise<Queue> {
  if (config.redisUrl) {
    // Left to itself BullMQ waits up to 20 s between two tries to connect again.
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
 * Makes the queue's schema, or brings it to this release's shape, and opens it to `depositary_queue`, a role that exists
 * then and makes nothing in it but temporary tables. One transaction under BullMQ's own advisory lock: of several first starts one does it.
 */
export async function migrateQueue(ownerUrl: string, name: string = effects): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
    // BullMQ makes a sequence at a queue's first job; the owner makes it here, so that the queue's login needs no right to create.
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

/** `hasty` is for those who hold a transaction open while they add; a worker waits for ever. */
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
  // A connection of BullMQ's may outlive its close, and ends with the database: that is no news.
  const reportFault = (error: Error) => {
    if (!closing) report(error);
  };
  queue.on("error", reportFault);
  // A Redis that is away at the start is waited for as one that goes away later: jobs wait in the outbox.
  await soon(queue.waitUntilReady(), 2000).catch(reportFault);

  const jobOptions: JobsOptions = {
    attempts,
    backoff: { type: "custom" },
    // The record of what was done is in PostgreSQL; failures stay a while for those who look into them.
    removeOnComplete: true,
    removeOnFail: { age: 7 * 24 * 3600, count: 1000 },
  };
  const waitAfter = (attempts: number) => {
    const { least, most } = retryWait(attempts, { backoffMs, maxBackoffMs });
    return randomInt(least, most + 1);
  };
  /** Chosen before each attempt, so that its handler can say when the next one is. */
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
      // Not by job.retry(): it keeps the count of stalls, and a job that failed of them would fail of the next.
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
        // What its handler threw the handler has told.
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

/** Between which milliseconds the wait lies after so many failed attempts. */
export function retryWait(
  attempts: number,
  { backoffMs, maxBackoffMs } = { backoffMs: 1000, maxBackoffMs: 3_600_000 },
): { least: number; most: number } {
  const wait = Math.min(backoffMs * 2 ** Math.min(attempts - 1, 30), maxBackoffMs);
  return { least: Math.floor(wait / 2), most: Math.ceil(wait) };
}

/** BullMQ's rule: it takes an id of digits for one of its own, and a colon for its key's next part. */
function checkId({ id }: QueuedJob): void {
  if (/^\d*$|:/.test(id)) throw new Error(`A job cannot have the id "${id}".`);
}
