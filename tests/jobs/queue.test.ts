import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Handler, migrateQueue, openQueue, type Turn } from "#src/jobs/queue.ts";
import { queueUrl } from "#tests/support/logins.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/postgres.ts";
import { until } from "#tests/support/until.ts";
import { backends, type QueuePlace, queuePlace } from "./queue-place.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await migrateQueue(database.url, "bare");
});
afterAll(() => database.drop());

/** For tests in which no worker dies: on a busy machine a lock of half a second ends while its job is under way. */
const longLocks = { lockMs: 60_000 };

/** A job that is added behind others: whatever they still cause comes before it. */
const marker = { id: "marker-0-0", name: "marker" };

describe.each(backends)("on %s", (backend) => {
  let place: QueuePlace;
  beforeEach(() => {
    place = queuePlace(backend, database.url);
  });

  test("each job is done once, by one of several workers, with its id and its effect's name", async () => {
    const turns: Turn[] = [];
    const queue = await place.open(longLocks);
    let isMarked = false;
    const handler: Handler = async (turn) => {
      if (turn.id === marker.id) isMarked = true;
      else turns.push(turn);
    };
    for (let i = 0; i < 3; i++) await place.work(await place.open(longLocks), handler, 5);
    const jobs = Array.from({ length: 300 }, (_, i) => ({ id: `seal-${i}-0`, name: "seal" }));
    await queue.add(jobs);
    await until(() => turns.length >= 300);
    await queue.add([marker]);
    await until(() => isMarked);
    await until(async () => (await queue.health()).active === 0);
    expect(turns.map(({ id }) => id).sort()).toEqual(jobs.map(({ id }) => id).sort());
    const retryMs = expect.any(Number);
    expect(turns[0]).toEqual({ id: turns[0]?.id, name: "seal", attempt: 1, last: false, retryMs });
    expect(await queue.health()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
  });

  test("an id that is in the queue is ignored while it waits, runs, is delayed or has failed", async () => {
    const starts: string[] = [];
    const queue = await place.open({ attempts: 2, backoffMs: 300 });
    const again = () => queue.add([{ id: "letter-1-0", name: "letter" }]);
    await again();
    await again();
    expect(await queue.health()).toMatchObject({ waiting: 1 });
    await place.work(queue, async ({ id }) => {
      starts.push(id);
      if (id === marker.id) return;
      await again();
      throw new Error("no");
    });
    await until(async () => (await queue.health()).delayed === 1);
    await again();
    await until(async () => (await queue.health()).failed === 1);
    await again();
    await queue.add([marker]);
    await until(async () => starts.includes(marker.id) && (await queue.health()).active === 0);
    expect(starts).toEqual(["letter-1-0", "letter-1-0", marker.id]);
    expect(await queue.health()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 1 });
  });

  test("the id of a job that was done may be used again", async () => {
    const starts: string[] = [];
    const queue = await place.open();
    await place.work(queue, async ({ id }) => void starts.push(id));
    for (const times of [1, 2]) {
      await queue.add([{ id: "letter-1-0", name: "letter" }]);
      await until(() => starts.length === times);
      await until(async () => (await queue.health()).active === 0);
    }
  });

  test("a handler that throws is called again, the last time told so, and a revived job starts over", async () => {
    const turns: Turn[] = [];
    const reported: string[] = [];
    const queue = await place.open({ report: ({ message }) => reported.push(message) });
    await place.work(queue, async (turn) => {
      turns.push(turn);
      throw new Error(`no ${turn.attempt}`);
    });
    const job = { id: "letter-1-0", name: "letter" };
    await queue.add([job]);
    await until(async () => (await queue.health()).failed === 1);
    const retryMs = expect.any(Number);
    const three = [1, 2, 3].map((attempt) => ({ ...job, attempt, last: attempt === 3, retryMs }));
    expect(turns).toEqual(three);
    await queue.revive([job]);
    await until(() => turns.length === 6);
    expect(turns).toEqual([...three, ...three]);
    // What a handler throws it tells itself: only lost connections are reported.
    expect(reported).toEqual([]);
  });

  test("reviving adds what is unknown and leaves alone what waits or runs", async () => {
    const starts: string[] = [];
    const queue = await place.open();
    await queue.add([{ id: "a-1-0", name: "a" }]);
    await queue.revive([
      { id: "a-1-0", name: "a" },
      { id: "b-2-0", name: "b" },
    ]);
    await place.work(queue, async ({ id, name: effect }) => {
      starts.push(id);
      await queue.revive([{ id, name: effect }]);
    });
    await until(() => starts.length === 2);
    await queue.add([marker]);
    await until(() => starts.includes(marker.id));
    expect(starts).toEqual(["a-1-0", "b-2-0", marker.id]);
  });

  test("closing waits for the job under way and leaves the rest to others", async () => {
    const said: string[] = [];
    const queue = await place.open(longLocks);
    const { promise: mayEnd, resolve: letEnd } = Promise.withResolvers<void>();
    const worker = await place.work(queue, async ({ id }) => {
      said.push(`start ${id}`);
      await mayEnd;
      said.push(`end ${id}`);
    });
    await queue.add([
      { id: "a-1-0", name: "a" },
      { id: "b-2-0", name: "b" },
    ]);
    await until(() => said.length === 1);
    const closing = worker.close().then(() => said.push("closed"));
    // Many times the round trips that a close needs which does not wait.
    for (let trip = 0; trip < 100; trip++) await queue.health();
    letEnd();
    await closing;
    expect(said).toEqual(["start a-1-0", "end a-1-0", "closed"]);
    expect(await queue.health()).toEqual({ waiting: 1, active: 0, delayed: 0, failed: 0 });
    await place.work(queue, async ({ id }) => void said.push(`other ${id}`));
    await until(() => said.includes("other b-2-0"));
  });

  test("an idle worker hears of a job at once", async () => {
    // By itself it would look again in an hour.
    const queue = await place.open({ idlePollMs: 3_600_000 });
    const heard: string[] = [];
    await place.work(queue, async ({ id }) => void heard.push(id));
    for (const id of ["a-1-0", "b-2-0", "c-3-0"]) {
      await queue.add([{ id, name: "a" }]);
      await until(() => heard.includes(id));
      await until(async () => (await queue.health()).active === 0);
    }
  });

  test.each(["17", "", "seal:17"])("%j cannot be a job's id", async (id) => {
    const queue = await place.open();
    await expect(queue.add([{ id, name: "seal" }])).rejects.toThrow(`"${id}"`);
  });
});

test("ten processes may make and open the queue for the first time at once", async () => {
  const fresh = await freshDatabase();
  const place = { databaseUrl: queueUrl(fresh.url), redisUrl: null };
  const options = { name: "first", report: () => {} };
  const open = async () => {
    await migrateQueue(fresh.url, "first");
    return openQueue(place, options);
  };
  const queues = await Promise.all(Array.from({ length: 10 }, open));
  await Promise.all(queues.map((queue, i) => queue.add([{ id: `a-${i}-0`, name: "a" }])));
  expect(await queues[0]?.health()).toMatchObject({ waiting: 10 });
  await Promise.all(queues.map((queue) => queue.close()));
  await fresh.drop();
});

test("in PostgreSQL a job carries nothing, and all of it lies in the schema of the queue", async () => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const queue = await openQueue(
    { databaseUrl: queueUrl(database.url), redisUrl: null },
    { name: "bare", report: () => {} },
  );
  await queue.add([{ id: "a-1-0", name: "a" }]);
  const { rows } = await client.query("select name, data from queue.job where queue = $1", [
    "bare",
  ]);
  const elsewhere = await client.query("select from pg_tables where schemaname = 'public'");
  await client.end();
  await queue.close();
  expect(rows).toEqual([{ name: "a", data: {} }]);
  expect(elsewhere.rowCount).toBe(0);
});
