import { setTimeout as sleep } from "node:timers/promises";
import { templatesFolder } from "#src/foundation.ts";
import type { JobContext } from "#src/jobs/job-context.ts";
import { runJob } from "#src/jobs/run-job.ts";
import { timestampingOf } from "#src/keys/timestamping.ts";
import type { Mail } from "#src/mail/mail.ts";
import { readFolder } from "#src/text/read-folder.ts";
import type { Office } from "./office.ts";

export type SentLetter = Parameters<Mail["send"]>[0];

/** The room of an office's jobs; letters are put into the list. */
export async function roomOf(office: Office, sent: SentLetter[] = []): Promise<JobContext> {
  return {
    ctx: office.ctx,
    mail: {
      send: async (letter) => {
        sent.push(letter);
      },
      check: async () => {},
      close: async () => {},
    },
    sealKey: office.seal.key,
    log: office.log,
    timestamping: timestampingOf(office),
    sealRevocation: office.timestamping.revocationOf("seal"),
    letters: await readFolder(`${templatesFolder}/letters`),
    attachSource: false,
    notifications: { prefix: "DN", languages: ["en", "ru"] },
    publicUrl: "https://depositary.example",
    reached: async () => {},
    pause: async (ms) => void (await sleep(ms)),
  };
}

/** Does everything that waits in the outbox, and what follows from it, until nothing waits. */
export async function work(office: Office, context: JobContext): Promise<void> {
  for (;;) {
    const waiting = await office.db
      .selectFrom("outbox")
      .select(["id", "run", "effect"])
      .where("finished_at", "is", null)
      .where("failed_at", "is", null)
      .orderBy("id")
      .execute();
    if (waiting.length === 0) return;
    for (const { id, run, effect } of waiting) {
      await runJob(context, { id: `${effect}-${id}-${run}`, last: true });
    }
  }
}
