import { fileURLToPath } from "node:url";
import { inject, onTestFinished } from "vitest";
import {
  type Handler,
  migrateQueue,
  openQueue,
  type Queue,
  type QueueOptions,
} from "#src/jobs/queue.ts";
import { queueUrl } from "#tests/support/logins.ts";
import { startProcess, type TestProcess } from "#tests/support/processes.ts";

export const backends = ["PostgreSQL", "Redis"] as const;

const workerFile = fileURLToPath(new URL("worker.ts", import.meta.url));
let count = 0;

/** A queue of its own for one test on one backend; what is opened here is closed when the test ends. */
export type QueuePlace = {
  name: string;
  config: { databaseUrl: string; redisUrl: string | null };
  /** Opens the queue with waits of milliseconds and three attempts. */
  open(options?: Partial<QueueOptions>, config?: QueuePlace["config"]): Promise<Queue>;
  work(queue: Queue, handler: Handler, concurrency?: number): Promise<{ close(): Promise<void> }>;
  /** Runs `worker.ts` on the queue, to be killed or stopped. */
  startWorker(killedStarts?: number): TestProcess;
};

export function queuePlace(backend: (typeof backends)[number], ownerUrl: string): QueuePlace {
  const databaseUrl = queueUrl(ownerUrl);
  const name = `test-${process.pid}-${++count}`;
  const config = { databaseUrl, redisUrl: backend === "Redis" ? inject("redisUrl") : null };
  return {
    name,
    config,
    open: async (options = {}, place = config) => {
      if (backend === "PostgreSQL") await migrateQueue(ownerUrl, name);
      const timing = { lockMs: 500, stalledMs: 200, backoffMs: 10, attempts: 3 };
      const queue = await openQueue(place, { name, report: () => {}, ...timing, ...options });
      onTestFinished(() => queue.close());
      return queue;
    },
    work: async (queue, handler, concurrency = 1) => {
      const worker = await queue.work(handler, { concurrency });
      onTestFinished(() => worker.close());
      return worker;
    },
    startWorker: (killedStarts = 20) => {
      const args = [databaseUrl, config.redisUrl ?? "", name, String(killedStarts)];
      const worker = startProcess(workerFile, args);
      onTestFinished(() => worker.kill());
      return worker;
    },
  };
}
