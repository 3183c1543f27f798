/**
 * Jobs a second from the outbox to the queue and through it, against BullMQ alone on the same backend: `JOBS` of them a turn, 100 in a
 * call, and a worker that does nothing, eight at once. `ROUNDS` is the number of turns. On Redis too, if it is installed.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { createPostgresBackend, createRedisBackend, withBackend } from "bullmq";
import { sql } from "kysely";
import { prepareDatabase } from "#src/db/prepare-database.ts";
import { principalMacOf } from "#src/db/principal-mac.ts";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { effects, migrateQueue, openQueue } from "#src/jobs/queue.ts";
import { relay } from "#src/outbox/relay.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { startRedis } from "#tests/support/redis-server.ts";
import { openBench } from "../acts/open-bench.ts";
import { openReport } from "../report.ts";

const report = openReport();
const jobs = Number(process.env.JOBS ?? 2000);
const rounds = Number(process.env.ROUNDS ?? 5);
const concurrency = 8;

/** Hands jobs over, then lets a worker do them. */
type Side = { name: string; add(): Promise<void>; work(): Promise<void>; close(): Promise<void> };

const folder = freshFolder();
const postgres = await startEmbeddedPostgres({ dataDir: join(folder.path, "data") });
const bench = await openBench(postgres, { clients: 4, agreements: 1 });
const alone = "bench-alone";
await prepareDatabase({
  ownerUrl: postgres.ownerUrl,
  mac: principalMacOf(postgres.servingUrl),
  queue: { url: postgres.queueUrl, migrate: migrateQueue },
});
await migrateQueue(postgres.ownerUrl, alone);
await compare("PostgreSQL", [await throughOutbox(null), bullmqOnPostgres()]);
const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;
if (hasRedis) {
  const redis = await startRedis();
  await compare("Redis", [await throughOutbox(redis.url), bullmqOnRedis(redis.url)]);
  await redis.stop();
} else {
  report.note("Redis is not on this machine.");
}
await bench.close();
await postgres.stop();
folder.remove();
report.close();

async function compare(backend: string, sides: Side[]): Promise<void> {
  const added = new Map(sides.map(({ name }) => [name, [] as number[]]));
  const done = new Map(sides.map(({ name }) => [name, [] as number[]]));
  for (let round = -1; round < rounds; round++) {
    for (const { name, add, work } of round % 2 === 0 ? sides : sides.toReversed()) {
      const handing = await timed(add);
      const working = await timed(work);
      // The first turn warms.
      if (round < 0) continue;
      added.get(name)?.push(jobs / handing);
      done.get(name)?.push(jobs / (handing + working));
    }
  }
  for (const side of sides) await side.close();
  const reference = sides.at(-1)?.name ?? "";
  for (const [title, rates] of [
    ["until they are in the queue", added],
    ["until they are done", done],
  ] as const) {
    report.table(
      `On ${backend}: ${jobs.toLocaleString("en")} jobs a turn, ${title}`,
      { unit: "jobs/s", better: "more", reference },
      [...rates].map(([what, samples]) => ({ what, samples })),
    );
  }
}

/** Seconds. */
async function timed(run: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await run();
  return (performance.now() - from) / 1000;
}

async function throughOutbox(redisUrl: string | null): Promise<Side> {
  const report = (error: Error) => console.error(error);
  const queue = await openQueue(
    { databaseUrl: postgres.queueUrl, redisUrl },
    { name: effects, report },
  );
  return {
    name: "outbox and relay",
    add: async () => {
      await sql`INSERT INTO outbox (agreement, number, effect, created_at)
        SELECT ${bench.idOf(1)}, 1, 'send-letters', now()
        FROM generate_series(1, ${jobs}::integer)`.execute(bench.db);
      while ((await relay(bench.ctx.db, new Date(), (some) => queue.add(some))) > 0);
    },
    work: async () => {
      const { all, one } = counter();
      const worker = await queue.work(one, { concurrency });
      await all;
      await worker.close();
    },
    close: () => queue.close(),
  };
}

function bullmqOnPostgres(): Side {
  const connection = { connectionString: postgres.queueUrl, schema: "queue", max: 4 };
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const queue = new Queue<object>(alone, { connection });
  return bullmq({
    addBulk: (some) => queue.addBulk(some),
    worker: (one) => new Worker<object>(alone, one, { connection, concurrency }),
    close: () => queue.close(),
  });
}

function bullmqOnRedis(url: string): Side {
  const connection = { url, maxRetriesPerRequest: null };
  const { Queue, Worker } = withBackend(createRedisBackend);
  const queue = new Queue<object>(alone, { connection });
  return bullmq({
    addBulk: (some) => queue.addBulk(some),
    worker: (one) => new Worker<object>(alone, one, { connection, concurrency }),
    close: () => queue.close(),
  });
}

type Own = {
  addBulk(some: { name: string; data: object; opts: object }[]): Promise<unknown>;
  worker(one: () => Promise<void>): { close(): Promise<void> };
  close(): Promise<void>;
};

function bullmq({ addBulk, worker, close }: Own): Side {
  return {
    name: "BullMQ alone",
    add: async () => {
      for (let from = 0; from < jobs; from += 100) {
        const length = Math.min(100, jobs - from);
        const opts = () => ({ jobId: crypto.randomUUID(), removeOnComplete: true });
        await addBulk(
          Array.from({ length }, () => ({ name: "send-letters", data: {}, opts: opts() })),
        );
      }
    },
    work: async () => {
      const { all, one } = counter();
      const working = worker(one);
      await all;
      await working.close();
    },
    close,
  };
}

/** A job that does nothing but count, and what settles when all were done. */
function counter(): { all: Promise<void>; one: () => Promise<void> } {
  let left = jobs;
  const { promise, resolve } = Promise.withResolvers<void>();
  const one = async () => {
    if (--left === 0) resolve();
  };
  return { all: promise, one };
}
