import { Redis } from "ioredis";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  inject,
  onTestFinished,
  test,
} from "vitest";
import { openQueue, type Turn } from "#src/jobs/queue.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/postgres.ts";
import { startProxy } from "#tests/support/proxy.ts";
import { until } from "#tests/support/until.ts";
import { backends, type QueuePlace, queuePlace } from "./queue-place.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

describe.each(backends)("on %s", (backend) => {
  let place: QueuePlace;
  beforeEach(() => {
    place = queuePlace(backend, database.url);
  });

  test("the job of a worker that was killed is done by another", async () => {
    const queue = await place.open();
    await queue.add([{ id: "a-1-0", name: "hang" }]);
    const first = place.startWorker();
    await first.waitFor(/start a-1-0/);
    await first.kill("SIGKILL");
    const turns: Turn[] = [];
    await place.work(queue, async (turn) => void turns.push(turn));
    await until(() => turns.length === 1);
    expect(turns[0]).toMatchObject({ id: "a-1-0", last: false });
  });

  test("a job whose start was killed five times is still done", async () => {
    const queue = await place.open();
    await queue.add([{ id: "a-1-0", name: "hang" }]);
    for (let killed = 0; killed < 5; killed++) {
      const worker = place.startWorker();
      await worker.waitFor(/start a-1-0/);
      await worker.kill("SIGKILL");
    }
    const turns: Turn[] = [];
    await place.work(queue, async (turn) => void turns.push(turn));
    await until(() => turns.length === 1);
  });

  test("a job whose stalls are used up fails, and a revived one has all of them again", async () => {
    const queue = await place.open();
    const job = { id: "a-1-0", name: "hang" };
    const states: number[] = [];
    for (const _ of ["first life", "second life"]) {
      await queue.revive([job]);
      let starts = 0;
      for (;;) {
        const worker = place.startWorker(1);
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
    const queue = await place.open();
    await queue.add([{ id: "a-1-0", name: "1500" }]);
    const sleeper = place.startWorker();
    await sleeper.waitFor(/start a-1-0/);
    process.kill(sleeper.pid, "SIGSTOP");
    const turns: Turn[] = [];
    await place.work(queue, async (turn) => void turns.push(turn));
    await until(() => turns.length === 1);
    process.kill(sleeper.pid, "SIGCONT");
    await sleeper.waitFor(/end a-1-0/);
    expect(await queue.health()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
  });

  test("while the queue is away adding and health throw and closing ends; when it is back all goes on", async () => {
    const { databaseUrl, redisUrl } = place.config;
    const proxy = await startProxy(redisUrl ?? databaseUrl);
    onTestFinished(() => proxy.close());
    const behind = redisUrl
      ? { databaseUrl, redisUrl: proxy.url }
      : { databaseUrl: proxy.url, redisUrl };
    const turns: string[] = [];
    const queue = await place.open({ graceMs: 2000 }, behind);
    const worker = await place.work(queue, async ({ id }) => void turns.push(id));
    await queue.add([{ id: "a-1-0", name: "a" }]);
    await until(() => turns.length === 1);
    proxy.cut();
    await expect(queue.add([{ id: "b-2-0", name: "b" }])).rejects.toThrow();
    await expect(queue.health()).rejects.toThrow();
    proxy.mend();
    await until(async () => {
      await queue.add([{ id: "c-3-0", name: "c" }]);
      return turns.includes("c-3-0");
    });
    proxy.cut();
    await worker.close();
    await queue.close();
    // What BullMQ still has under way ends now; otherwise its timers would go on beside the files that follow.
    proxy.mend();
    await worker.close();
    await queue.close();
  });
});

test("jobs that Redis has lost are there again when they are revived", async () => {
  const redisUrl = inject("redisUrl");
  const queue = await openQueue({ databaseUrl: "", redisUrl }, { name: "lost", report: () => {} });
  await queue.add([{ id: "a-1-0", name: "a" }]);
  const redis = new Redis(redisUrl);
  const keys = await redis.keys(`{depositary}:lost:*`);
  expect(keys.length).toBeGreaterThan(0);
  await redis.del(keys);
  expect(await queue.health()).toMatchObject({ waiting: 0 });
  await queue.revive([{ id: "a-1-0", name: "a" }]);
  expect(await queue.health()).toMatchObject({ waiting: 1 });
  await queue.close();
  redis.disconnect();
});
