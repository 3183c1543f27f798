import { openQueue } from "#src/jobs/queue.ts";

// Run by the tests as a process of its own, to be killed or stopped in the middle of a job. It says what
// it starts and ends; a job named `hang` lasts until the process ends, any other for the milliseconds in
// its name.
const [databaseUrl = "", redisUrl = "", name = "", killedStarts] = process.argv.slice(2);
const report = (error: Error) => console.log(error.message);
const lost = (_: unknown, error: Error) => console.log(error.message);
const timing = { lockMs: 500, stalledMs: 200, backoffMs: 10, killedStarts: Number(killedStarts) };
const queue = await openQueue(
  { databaseUrl, redisUrl: redisUrl || null },
  { name, report, lost, ...timing },
);
await queue.work(
  async (turn) => {
    console.log(`start ${turn.id}.`);
    await new Promise((resolve) =>
      setTimeout(resolve, turn.name === "hang" ? 1e9 : Number(turn.name)),
    );
    console.log(`end ${turn.id}.`);
  },
  { concurrency: 1 },
);
console.log("ready");
