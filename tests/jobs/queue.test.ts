import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import { Client } from "pg";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  inject,
  onTestFinished,
  test,
  vi,
} from "vitest";
import {
  type Handler,
  openQueue,
  type Queue,
  type QueueOptions,
  type Turn,
} from "#src/jobs/queue.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/postgres.ts";
import { startProcess } from "#tests/support/processes.ts";
import { startProxy } from "#tests/support/proxy.ts";

const workerFile = fileURLToPath(new URL("worker.ts", import.meta.url));

let database: TestDatabase;
let name: string;
let count = 0;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
beforeEach(() => {
  name = `test-${process.pid}-${++count}`;
});

const until = (holds: () => unknown, seconds = 20) =>
  vi.waitFor(async () => expect(await holds()).toBeTruthy(), {
    timeout: seconds * 1000,
    interval: 20,
  });

describe.each(["PostgreSQL", "Redis"])("on %s", (backend) => {
  const config = () => ({
    databaseUrl: database.url,
    redisUrl: backend === "Redis" ? inject("redisUrl") : null,
  });

  async function open(options: Partial<QueueOptions> = {}, place = config()): Promise<Queue> {
    const timing = { lockMs: 500, stalledMs: 200, backoffMs: 10, attempts: 3 };
    const queue = await openQueue(place, { name, report: () => {}, ...timing, ...options });
    onTestFinished(() => queue.close());
    return queue;
  }

  async function work(queue: Queue, handler: Handler, concurrency = 1) {
    const worker = await queue.work(handler, { concurrency });
    onTestFinished(() => worker.close());
    return worker;
  }

  function startWorker(killedStarts = 20) {
    const { databaseUrl, redisUrl } = config();
    const args = [databaseUrl, redisUrl ?? "", name, String(killedStarts)];
    const worker = startProcess(workerFile, args);
    onTestFinished(() => worker.kill());
    return worker;
  }

  test("each job is done once, by one of several workers, with its id and its effect's name", async () => {
    const turns: Turn[] = [];
    const queue = await open();
    const handler: Handler = async (turn) => void turns.push(turn);
    for (let i = 0; i < 3; i++) await work(await open(), handler, 5);
    const jobs = Array.from({ length: 300 }, (_, i) => ({ id: `seal-${i}-0`, name: "seal" }));
    await queue.add(jobs);
    await until(() => turns.length >= 300);
    await sleep(200);
    expect(turns.map(({ id }) => id).sort()).toEqual(jobs.map(({ id }) => id).sort());
    expect(turns[0]).toEqual({ id: turns[0]?.id, name: "seal", attempt: 1, last: false });
    expect(await queue.health()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
  });

  test("an id that is in the queue is ignored while it waits, runs, is delayed or has failed", async () => {
    const starts: string[] = [];
    const queue = await open({ attempts: 2, backoffMs: 300 });
    const again = () => queue.add([{ id: "letter-1-0", name: "letter" }]);
    await again();
    await again();
    expect(await queue.health()).toMatchObject({ waiting: 1 });
    await work(queue, async ({ id }) => {
      starts.push(id);
      await again();
      throw new Error("no");
    });
    await until(async () => (await queue.health()).delayed === 1);
    await again();
    await until(async () => (await queue.health()).failed === 1);
    await again();
    await sleep(500);
    expect(starts).toEqual(["letter-1-0", "letter-1-0"]);
    expect(await queue.health()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 1 });
  });

  test("the id of a job that was done may be used again", async () => {
    const starts: string[] = [];
    const queue = await open();
    await work(queue, async ({ id }) => void starts.push(id));
    for (const times of [1, 2]) {
      await queue.add([{ id: "letter-1-0", name: "letter" }]);
      await until(() => starts.length === times);
      await until(async () => (await queue.health()).active === 0);
    }
  });

  test("a handler that throws is called again, the last time told so, and a revived job starts anew", async () => {
    const turns: Turn[] = [];
    const reported: string[] = [];
    const queue = await open({ report: ({ message }) => reported.push(message) });
    await work(queue, async (turn) => {
      turns.push(turn);
      throw new Error(`no ${turn.attempt}`);
    });
    const job = { id: "letter-1-0", name: "letter" };
    await queue.add([job]);
    await until(async () => (await queue.health()).failed === 1);
    const three = [1, 2, 3].map((attempt) => ({ ...job, attempt, last: attempt === 3 }));
    expect(turns).toEqual(three);
    expect(reported).toEqual(["no 1", "no 2", "no 3"]);
    await queue.revive([job]);
    await until(() => turns.length === 6);
    expect(turns).toEqual([...three, ...three]);
  });

  test("reviving adds what is unknown and leaves alone what waits or runs", async () => {
    const starts: string[] = [];
    const queue = await open();
    await queue.add([{ id: "a-1-0", name: "a" }]);
    await queue.revive([
      { id: "a-1-0", name: "a" },
      { id: "b-2-0", name: "b" },
    ]);
    await work(queue, async ({ id, name: effect }) => {
      starts.push(id);
      await queue.revive([{ id, name: effect }]);
    });
    await until(() => starts.length === 2);
    await sleep(300);
    expect(starts).toEqual(["a-1-0", "b-2-0"]);
  });

  test("the job of a worker that was killed is done by another", async () => {
    const queue = await open();
    await queue.add([{ id: "a-1-0", name: "hang" }]);
    const first = startWorker();
    await first.waitFor(/start a-1-0/);
    await first.kill("SIGKILL");
    const turns: Turn[] = [];
    await work(queue, async (turn) => void turns.push(turn));
    await until(() => turns.length === 1, 5);
    expect(turns[0]).toMatchObject({ id: "a-1-0", last: false });
  });

  test("a job whose start was killed five times is still done", async () => {
    const queue = await open();
    await queue.add([{ id: "a-1-0", name: "hang" }]);
    for (let killed = 0; killed < 5; killed++) {
      const worker = startWorker();
      await worker.waitFor(/start a-1-0/);
      await worker.kill("SIGKILL");
    }
    const turns: Turn[] = [];
    await work(queue, async (turn) => void turns.push(turn));
    await until(() => turns.length === 1, 5);
  });

  test("a job whose stalls are used up fails, and a revived one has all of them again", async () => {
    const queue = await open();
    const job = { id: "a-1-0", name: "hang" };
    const states: number[] = [];
    for (const _ of ["first life", "second life"]) {
      await queue.revive([job]);
      let starts = 0;
      for (;;) {
        const worker = startWorker(1);
        const [said] = await worker.waitFor(/start a-1-0|stalled more/);
        await worker.kill("SIGKILL");
        if (said !== "start a-1-0") break;
        starts++;
      }
      states.push(starts, (await queue.health()).failed);
    }
    expect(states).toEqual([2, 1, 2, 1]);
  });

  test("a worker that sleeps past its lock and wakes makes the job run twice, to the end both times", async () => {
    const queue = await open();
    await queue.add([{ id: "a-1-0", name: "1500" }]);
    const sleeper = startWorker();
    await sleeper.waitFor(/start a-1-0/);
    process.kill(sleeper.pid, "SIGSTOP");
    const turns: Turn[] = [];
    await work(queue, async (turn) => void turns.push(turn));
    await until(() => turns.length === 1);
    process.kill(sleeper.pid, "SIGCONT");
    await sleeper.waitFor(/end a-1-0/);
    expect(await queue.health()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
  });

  test("closing waits for the job under way and leaves the rest to others", async () => {
    const said: string[] = [];
    const queue = await open();
    const worker = await work(queue, async ({ id }) => {
      said.push(`start ${id}`);
      await sleep(300);
      said.push(`end ${id}`);
    });
    await queue.add([
      { id: "a-1-0", name: "a" },
      { id: "b-2-0", name: "b" },
    ]);
    await until(() => said.length === 1);
    await worker.close();
    expect(said).toEqual(["start a-1-0", "end a-1-0"]);
    expect(await queue.health()).toEqual({ waiting: 1, active: 0, delayed: 0, failed: 0 });
    await work(queue, async ({ id }) => void said.push(`other ${id}`));
    await until(() => said.includes("other b-2-0"));
  });

  test("an idle worker hears of a job at once", async () => {
    const queue = await open();
    let done = 0;
    await work(queue, async () => void done++);
    await sleep(500);
    const before = performance.now();
    await queue.add([{ id: "a-1-0", name: "a" }]);
    await until(() => done === 1);
    expect(performance.now() - before).toBeLessThan(1000);
  });

  test("while the queue is away adding and health throw within seconds; when it is back all goes on", async () => {
    const { databaseUrl, redisUrl } = config();
    const proxy = await startProxy(redisUrl ?? databaseUrl);
    onTestFinished(() => proxy.close());
    const behind = redisUrl
      ? { databaseUrl, redisUrl: proxy.url }
      : { databaseUrl: proxy.url, redisUrl };
    const turns: string[] = [];
    const queue = await open({ graceMs: 2000 }, behind);
    const worker = await work(queue, async ({ id }) => void turns.push(id));
    await queue.add([{ id: "a-1-0", name: "a" }]);
    await until(() => turns.length === 1);
    proxy.cut();
    const before = performance.now();
    await expect(queue.add([{ id: "b-2-0", name: "b" }])).rejects.toThrow();
    await expect(queue.health()).rejects.toThrow();
    expect(performance.now() - before).toBeLessThan(8000);
    proxy.mend();
    await until(async () => {
      await queue.add([{ id: "c-3-0", name: "c" }]);
      return turns.includes("c-3-0");
    });
    proxy.cut();
    const cut = performance.now();
    await worker.close();
    await queue.close();
    expect(performance.now() - cut).toBeLessThan(8000);
  });

  test.each(["17", "", "seal:17"])("%j cannot be a job's id", async (id) => {
    const queue = await open();
    await expect(queue.add([{ id, name: "seal" }])).rejects.toThrow(`"${id}"`);
  });
});

test("ten processes may open the queue for the first time at once", async () => {
  const fresh = await freshDatabase();
  const place = { databaseUrl: fresh.url, redisUrl: null };
  const options = { name, report: () => {} };
  const queues = await Promise.all(Array.from({ length: 10 }, () => openQueue(place, options)));
  await Promise.all(queues.map((queue, i) => queue.add([{ id: `a-${i}-0`, name: "a" }])));
  expect(await queues[0]?.health()).toMatchObject({ waiting: 10 });
  await Promise.all(queues.map((queue) => queue.close()));
  await fresh.drop();
});

test("in PostgreSQL a job carries nothing, and all of it lies in the schema of the queue", async () => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const queue = await openQueue(
    { databaseUrl: database.url, redisUrl: null },
    { name, report: () => {} },
  );
  await queue.add([{ id: "a-1-0", name: "a" }]);
  const { rows } = await client.query("select name, data from queue.job where queue = $1", [name]);
  const elsewhere = await client.query("select from pg_tables where schemaname = 'public'");
  await client.end();
  await queue.close();
  expect(rows).toEqual([{ name: "a", data: {} }]);
  expect(elsewhere.rowCount).toBe(0);
});

test("jobs that Redis has lost are there again when they are revived", async () => {
  const redisUrl = inject("redisUrl");
  const queue = await openQueue({ databaseUrl: "", redisUrl }, { name, report: () => {} });
  await queue.add([{ id: "a-1-0", name: "a" }]);
  const redis = new Redis(redisUrl);
  const keys = await redis.keys(`{depositary}:${name}:*`);
  expect(keys.length).toBeGreaterThan(0);
  await redis.del(keys);
  expect(await queue.health()).toMatchObject({ waiting: 0 });
  await queue.revive([{ id: "a-1-0", name: "a" }]);
  expect(await queue.health()).toMatchObject({ waiting: 1 });
  await queue.close();
  redis.disconnect();
});
