import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { lineOf } from "#src/observe/redact.ts";
import { letterOrderedBy } from "#src/outbox/letter-of.ts";
import { markFailed, markFinished, noteFailure } from "#src/outbox/mark.ts";
import { type LetterToPerson, letterEffect } from "#src/outbox/order-letter.ts";
import { rowOf } from "#src/outbox/relay.ts";
import type { JobContext, Task } from "./job-context.ts";
import type { Turn } from "./queue.ts";
import { sealEvidence } from "./seal-evidence.ts";
import { giveUpSealing, sealInstrument } from "./seal-instrument.ts";
import { prepareNotification, sealNotification } from "./seal-notification.ts";
import { sealProcesVerbal } from "./seal-proces-verbal.ts";
import { sealSignaturePages } from "./seal-signature-pages.ts";
import { sealUnStatement } from "./seal-un-statement.ts";
import { LettersRefused, sendLetters } from "./send-letters.ts";
import { tellJob } from "./tell-job.ts";
import { giveUpTypesetting, typesetOriginals } from "./typeset-originals.ts";
import { writeToPerson } from "./write-to-person.ts";

type Job = (context: JobContext, task: Task) => Promise<void>;

/** The jobs that are not letters, each by the effect that orders it. */
export const jobs: Record<string, Job> = {
  "typeset-originals": typesetOriginals,
  "seal-instrument": sealInstrument,
  "seal-evidence": sealEvidence,
  "seal-signature-pages": sealSignaturePages,
  "seal-notification": sealNotification,
  "seal-proces-verbal": sealProcesVerbal,
  "seal-un-statement": sealUnStatement,
};

/** What to put on the agreement's record if a job it waits for fails for good. */
const giveUp: Record<string, (context: JobContext, task: Task, reason: string) => Promise<void>> = {
  "typeset-originals": giveUpTypesetting,
  "seal-instrument": giveUpSealing,
};

type JobTurn = Pick<Turn, "id" | "last"> & Partial<Pick<Turn, "attempt" | "retryMs">>;

/**
 * Runs the job with this id. It reads everything from the outbox row, so a forged job can do nothing that the record
 * does not ask for. It skips a row that is finished, failed or in a later run. Throws the job's error, so that the
 * queue retries; after the last attempt it puts the failure on record instead.
 */
export async function runJob(context: JobContext, turn: JobTurn): Promise<void> {
  const { task, why } = await findTask(context.ctx, turn);
  if (!task)
    return context.ctx.log.info("job-skipped", { job: turn.id, try: turn.attempt ?? 1, why });
  await tellJob(context, { task, turn, isKnown: isKnown(task) }, async (own, told) => {
    const { db, now } = own.ctx;
    try {
      if (task.stopped) throw new Stopped(task.failure);
      await runTask(own, task);
      await markFinished(db, task.id, now());
      told.done();
    } catch (error) {
      if (!turn.last && mayPass(error)) {
        told.retried(error);
        await noteFailure(db, task.id, now(), reasonOf(error));
        throw error;
      }
      // The agreement first: if the process is killed in between, the job runs again and only the mark is left to do.
      const { agreement } = task;
      if (agreement !== null) {
        await giveUp[task.effect]?.(own, { ...task, agreement }, reasonOf(error));
      }
      await markFailed(db, task.id, now(), reasonOf(error));
      told.failed(error);
    }
  });
}

/** The job's row, if there is still work to do; else why not. */
async function findTask({ db, log }: Context, { id, attempt = 1 }: JobTurn) {
  const row = rowOf(id);
  if (!row) return { task: null, why: "not-a-job-of-ours" };
  const finding = db.selectFrom("outbox").selectAll().where("id", "=", row.id).executeTakeFirst();
  const task = await finding.catch((error) => {
    log.warn("job-retried", { job: id, try: attempt, error: lineOf(error) });
    throw error;
  });
  if (!task) return { task: null, why: "no-such-row" };
  if (task.finished_at) return { task: null, why: "finished-already" };
  if (task.failed_at) return { task: null, why: "failed-already" };
  if (task.run !== row.run) return { task: null, why: "another-run" };
  return { task, why: null };
}

const isKnown = ({ effect }: { effect: string }) =>
  Object.hasOwn(jobs, effect) || effect === letterEffect || letterOrderedBy(effect) !== null;

type Row = Omit<Task, "agreement"> & {
  agreement: string | null;
  person: string | null;
  letter: unknown;
  effect: string;
};

/** A row is about an agreement, or a letter to a person. */
async function runTask(context: JobContext, row: Row): Promise<void> {
  const { agreement, person } = row;
  if (agreement === null && person !== null && row.effect === letterEffect) {
    return writeToPerson(context, { ...row, person, letter: row.letter as LetterToPerson });
  }
  const letter = letterOrderedBy(row.effect);
  if (agreement !== null && letter) {
    await prepareNotification(context, { ...row, agreement }, letter);
    return sendLetters(context, { ...row, agreement }, letter);
  }
  const job = Object.hasOwn(jobs, row.effect) ? jobs[row.effect] : undefined;
  if (!job || agreement === null) throw new Error(`No job does the effect ${row.effect}.`);
  await job(context, { ...row, agreement });
}

const passing = ["busy", "unavailable", "storage-full", "clocks-differ", "log-does-not-continue"];

class Stopped extends Error {
  constructor(failure: string | null) {
    super(`The secretariat has stopped this job.${failure ? ` It had failed: ${failure}` : ""}`);
  }
}

/**
 * Whether a retry may help. A refusal repeats however often we try, and so does a refused address; any other fault may
 * pass. So may a refusal that only says that something is busy or unavailable.
 */
function mayPass(error: unknown): boolean {
  if (error instanceof Refusal) return passing.includes(error.code);
  return !(error instanceof LettersRefused || error instanceof Stopped);
}

/**
 * How many attempts letters get. The back-off grows to an hour, half of it random: at least three days in all and at
 * most six. Seals, originals and annexes are retried until they succeed or the secretariat stops them.
 */
const letterAttempts = 160;

/** Whether a throw at this attempt ends the job. */
export function isLastAttempt({ name, attempt }: { name: string; attempt: number }): boolean {
  return !tireless.includes(name) && attempt >= letterAttempts;
}

const tireless = [
  "typeset-originals",
  "seal-instrument",
  "seal-evidence",
  "seal-signature-pages",
  "seal-notification",
  "seal-un-statement",
];

function reasonOf(error: unknown): string {
  if (error instanceof Refusal) {
    const places = (error.extra.errors ?? []).map(({ detail }) => detail).join("; ");
    const cause = error.cause instanceof Error ? ` [${error.cause.message}]` : "";
    return `${error.code}: ${error.message}${places && ` (${places})`}${cause}`;
  }
  return error instanceof Error ? error.message : String(error);
}
