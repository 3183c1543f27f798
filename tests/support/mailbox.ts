import { runJob } from "#src/jobs/run-job.ts";
import { listLetters } from "#src/mail/list-letters.ts";
import { letterEffect } from "#src/outbox/order-letter.ts";
import { roomOf } from "./jobs.ts";
import type { Office } from "./office.ts";

/** The letters that the office has sent to an address, the newest first. */
export async function lettersTo(office: Office, address: string) {
  const letters = await listLetters(office.folder);
  return letters.filter(({ to }) => to === address.toLowerCase());
}

/** The newest code sent to an address, waited for a little: it is sent behind the answer. */
export async function codeFor(office: Office, address: string, after = 0): Promise<string> {
  for (let look = 0; look < 100; look++) {
    const letters = (await lettersTo(office, address)).filter(({ text }) =>
      /\d{4} \d{4}/.test(text),
    );
    const found = letters.length > after ? letters[0]?.text.match(/\d{4} \d{4}/)?.[0] : undefined;
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`No code came for ${address}.`);
}

/** The same once the relay has sent the letters about accounts that wait in the outbox. */
export async function lettersOfRelayTo(office: Office, address: string) {
  await sendLettersToPeople(office);
  return lettersTo(office, address);
}

/** Sends the letters about accounts that wait, as the relay and the jobs do, to the office's folder. */
export async function sendLettersToPeople(office: Office): Promise<void> {
  const { mailer } = office.ctx;
  if (!mailer) throw new Error("The office has no mail.");
  const plain = await roomOf(office);
  const room = {
    ...plain,
    mail: { ...plain.mail, send: mailer.mail.send },
    publicUrl: mailer.publicUrl,
  };
  const waiting = await office.db
    .selectFrom("outbox")
    .select(["id", "run", "effect"])
    .where("effect", "=", letterEffect)
    .where("finished_at", "is", null)
    .where("failed_at", "is", null)
    .orderBy("id")
    .execute();
  for (const { id, run, effect } of waiting) {
    await runJob(room, { id: `${effect}-${id}-${run}`, last: true });
  }
}
