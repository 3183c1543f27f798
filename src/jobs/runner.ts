import { setTimeout as sleep } from "node:timers/promises";
import { sweepFiles } from "#src/agreements/files/sweep-files.ts";
import { fireDeadlines } from "#src/agreements/service/fire-deadlines.ts";
import { type Config, ConfigError } from "#src/config/config.ts";
import type { Context } from "#src/context.ts";
import type { Foundation } from "#src/foundation.ts";
import { noteMail } from "#src/health/noted-parts.ts";
import type { Watch } from "#src/health/watch.ts";
import { timestampingOf } from "#src/keys/timestamping.ts";
import { openMail } from "#src/mail/send.ts";
import type { Logger } from "#src/observe/logger.ts";
import { noting } from "#src/observe/outages.ts";
import { openRepeats } from "#src/observe/repeats.ts";
import { beat } from "#src/outbox/beat.ts";
import { overdue, type Relayed, relay, rowOf } from "#src/outbox/relay.ts";
import type { JobContext } from "./job-context.ts";
import { loop } from "./loop.ts";
import { effects, openQueue, type Queue, type QueueOptions } from "./queue.ts";
import { isLastAttempt, runJob } from "./run-job.ts";
import { tellQueued } from "./tell-queued.ts";
import { awaitedTurn, countsTurn, logTurn } from "./turns.ts";

export type JobRunner = { wake(): void; close(): Promise<void> };

/** How often the relay polls the outbox if no one wakes it. */
const pollIntervalMs = 250;
/** How often the evidence log takes new entries. */
const sequenceEvery = 250;
/** How often agreements that have changed are judged again, if no one wakes the loop. */
const judgeEvery = 250;
/** How often the kept counts take what acts have changed. */
const addEvery = 5000;
/** How often deadlines are checked. */
const checkTimeEvery = 1000;
/** How often the runner looks for attached files that no act has named. */
const sweepEvery = 3_600_000;
/** How often the runner reports that it is alive and whether the queue answers, for `/readyz`. */
const reportEvery = 5000;
/** How long a job may be under way before we ask the queue whether it still knows it. */
const overdueAfter = 60_000;

type Hooks = {
  /** The address that the letters' links start with. */
  publicUrl: string;
  reached?: JobContext["reached"];
  overdueAfter?: number;
  reportEvery?: number;
  queue?: Omit<QueueOptions, "name" | "report">;
};

/**
 * Runs the jobs: passes the outbox to the queue and works the queue off. Now and then it checks the queue for jobs that
 * it has lost. The queue may be emptied at any moment, because everything is in the outbox.
 */
export async function startJobs(
  config: Config,
  foundation: Omit<Foundation, "long" | "watch" | "observe" | "ownerUrl" | "pools">,
  ctx: Context,
  hooks: Hooks,
): Promise<JobRunner> {
  const { redisUrl } = config;
  const { log, outages, ticks } = ctx;
  if (redisUrl === null && foundation.queueUrl === null) {
    throw new ConfigError(
      "The jobs need a queue: set DATABASE_QUEUE_URL or REDIS_URL (docs/OPERATIONS.md).",
    );
  }
  const queue = await openQueue(
    { redisUrl, databaseUrl: foundation.queueUrl ?? "" },
    {
      name: effects,
      report: (error) => outages.failed("queue", error),
      lost: ({ id, name }, error) => log.error("job-lost", { job: id, effect: name, error }),
      ...hooks.queue,
    },
  );
  if (config.redisUrl) await sayIfAway(queue, config.redisUrl, log);
  const mail = noteMail(openMail(config), outages);
  const { watching } = foundation;
  await watching.start();
  const gate = openGate(watching);
  /** Skips the turn while the process may not act; work resumes within a second after that ends. */
  const whileGoing = (turn: () => Promise<void>) => async () => {
    if (!watching.halted()) await turn();
  };
  const context: JobContext = {
    ctx,
    mail,
    sealKey: foundation.seal.key,
    log: foundation.log,
    timestamping: timestampingOf(foundation),
    sealRevocation: foundation.timestamping.revocationOf("seal"),
    letters: foundation.letters,
    attachSource: config.attachSource,
    notifications: config.notifications,
    publicUrl: hooks.publicUrl,
    reached: hooks.reached ?? (async () => {}),
    pause: async (ms) => void (await sleep(ms)),
  };
  const working = await queue.work(
    async (turn) => {
      await gate.passed();
      await runJob(context, { ...turn, last: isLastAttempt(turn) });
    },
    { concurrency: 4 },
  );
  const faults = openRepeats({ log, ticks, events: loopEvents });
  /** A loop that reports faults without flooding. It reports a database that does not answer once, as an outage. */
  const repeat = (name: string, pauseMs: number, turn: () => Promise<void>) =>
    loop(pauseMs, turn, {
      failed: (error) => {
        if (outages.isOut("database") || outages.isOut("queue")) return;
        faults.failed(name, error, { loop: name });
      },
      well: () => faults.well(name),
    });
  const hand = async (jobs: Relayed[]) => {
    await queue.add(jobs).catch((error) => {
      outages.failed("queue", error);
      throw error;
    });
    outages.well("queue");
    await tellQueued(ctx, jobs);
  };
  const relaying = repeat(
    "relay",
    pollIntervalMs,
    whileGoing(async () => {
      while ((await relay(ctx.db, ctx.now(), hand)) > 0);
    }),
  );
  const patience = hooks.overdueAfter ?? overdueAfter;
  const reconciling = repeat(
    "reconcile",
    patience / 2,
    whileGoing(async () => {
      const since = new Date(ctx.now().getTime() - patience);
      for (let after = "0"; ; ) {
        const late = await overdue(ctx.db, since, after);
        if (late.length === 0) return;
        await queue.revive(late);
        log.debug("jobs-checked", { count: late.length });
        after = rowOf(late.at(-1)?.id ?? "")?.id ?? after;
      }
    }),
  );
  const sequencing = repeat("sequence", sequenceEvery, whileGoing(logTurn(context)));
  const judging = repeat("awaited", judgeEvery, whileGoing(awaitedTurn(ctx)));
  const counting = repeat("counts", addEvery, whileGoing(countsTurn(ctx)));
  const reporting = repeat("report", hooks.reportEvery ?? reportEvery, async () => {
    const health = noting(outages, "queue", queue.health);
    const fault = await health().then(
      () => null,
      () => "The queue does not answer: letters and seals wait until it does.",
    );
    const halt = watching.halted()?.detail ?? null;
    await beat(ctx.db, { part: "jobs", at: ctx.now(), fault: halt ?? fault });
  });
  const late = openRepeats({ log, ticks, events: deadlineEvents });
  const keepingTime = repeat(
    "deadlines",
    checkTimeEvery,
    whileGoing(async () => {
      while ((await fireDeadlines(ctx, late)) > 0);
    }),
  );
  const sweeping = repeat(
    "files",
    sweepEvery,
    whileGoing(async () => {
      for (let count = 1; count > 0; ) {
        count = await sweepFiles(ctx);
        if (count > 0) log.info("files-swept", { count });
      }
    }),
  );
  return {
    wake: () => {
      relaying.wake();
      judging.wake();
    },
    close: async () => {
      gate.close();
      const loops = [
        relaying,
        reconciling,
        sequencing,
        judging,
        counting,
        reporting,
        keepingTime,
        sweeping,
      ];
      await Promise.all(loops.map((loop) => loop.stop()));
      await working.close();
      await queue.close();
      mail.close();
    },
  };
}

/** Continues the start without Redis: acts are kept, and their jobs wait in the outbox. */
async function sayIfAway(queue: Queue, redisUrl: string, log: Logger): Promise<void> {
  const { hostname, port } = new URL(redisUrl);
  await queue.health().catch(() => {
    const detail = `Redis at ${hostname}:${port || "6379"} does not answer: letters and seals wait until it does. Check REDIS_URL.`;
    log.warn("warning", { detail });
  });
}

const loopEvents = {
  began: "loop-failed",
  goesOn: "loop-still-fails",
  over: "loop-recovered",
} as const;
const deadlineEvents = {
  began: "deadline-failed",
  goesOn: "deadline-still-fails",
  over: "deadline-recovered",
} as const;

/** Holds jobs while the process may not act: they keep their place in the queue, and no attempt counts. */
function openGate({ halted }: Pick<Watch, "halted">) {
  let closing = false;
  return {
    passed: async () => {
      while (halted()) {
        if (closing) throw new Error("The process ended while it might not act.");
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    },
    close: () => {
      closing = true;
    },
  };
}
