import { noteReceipts } from "#src/agreements/force/note-receipts.ts";
import { letterLink, letterValues } from "#src/agreements/service/letter-values.ts";
import { recipientsOf } from "#src/agreements/service/recipients.ts";
import { AddressRefused, isServerAway } from "#src/mail/address-refused.ts";
import type { AgreementLetter } from "#src/outbox/letter-of.ts";
import { findActing } from "#src/people/find.ts";
import type { Person } from "#src/people/person.ts";
import { languageIn } from "#src/text/languages.ts";
import { fillLetter } from "#src/text/letter.ts";
import type { JobContext, Task } from "./job-context.ts";
import { tellSent, tellUnsent } from "./tell-letter.ts";

type Database = JobContext["ctx"]["db"];

/**
 * Sends a letter to each recipient, in the recipient's language. Does not send a letter that is on record. A crash
 * between the mail server's answer and our mark sends it twice under one Message-ID, and mail programs show it once.
 */
export async function sendLetters(
  context: JobContext,
  task: Task,
  letter: AgreementLetter,
): Promise<void> {
  const { db } = context.ctx;
  const done = await doneFor(db, task);
  const recipients = await recipientsOf(db, letter, task);
  const { log } = context.ctx;
  if (recipients.length === 0) log.info("job-needless", { letter, why: "no-recipients" });
  for (const { id } of recipients) {
    if (done.has(id)) log.info("job-needless", { letter, person: id, why: "answered-already" });
  }
  const failures: unknown[] = [];
  for (const person of recipients.filter(({ id }) => !done.has(id))) {
    try {
      await sendOne(context, task, letter, person);
    } catch (failure) {
      // An address that the mail server refuses does not hold back the other letters.
      tellUnsent(context.ctx, { letter, person: person.id }, failure);
      if (failure instanceof AddressRefused) await noteRefusal(context, task, person, failure);
      else failures.push(failure);
      // If the server is down, do not try it for each of forty recipients: sealing waits behind this job.
      if (isServerAway(failure)) break;
    }
  }
  if (failures.length > 0) throw failures[0];
  const refused = await refusalsOf(db, task);
  if (refused.length > 0) throw new LettersRefused(refused);
}

/** All letters were sent except to addresses that were refused for good: the job is over, but not complete. */
export class LettersRefused extends Error {
  override name = "LettersRefused";
  constructor(reasons: string[]) {
    const how = reasons.length === 1 ? "One address was" : `${reasons.length} addresses were`;
    super(`${how} refused for good: ${reasons.join("; ")}`);
  }
}

/** Who already has the letter, or cannot get it in this run. */
async function doneFor(db: Database, { id, run }: Task): Promise<Set<string>> {
  const sent = db.selectFrom("letters").select("person").where("outbox", "=", id);
  const refused = db
    .selectFrom("letter_refusals")
    .select("person")
    .where("outbox", "=", id)
    .where("run", "=", run);
  const rows = await sent.union(refused).execute();
  return new Set(rows.map(({ person }) => person));
}

async function noteRefusal(
  { ctx }: JobContext,
  { id: outbox, run }: Task,
  { id: person }: Person,
  { message }: AddressRefused,
): Promise<void> {
  await ctx.db
    .insertInto("letter_refusals")
    .values({ outbox, run, person, reason: message.slice(0, 500), at: ctx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function refusalsOf(db: Database, { id, run }: Task): Promise<string[]> {
  const rows = await db
    .selectFrom("letter_refusals")
    .innerJoin("people", "people.id", "letter_refusals.person")
    .select(["people.email", "reason"])
    .where("outbox", "=", id)
    .where("run", "=", run)
    .orderBy("people.email")
    .execute();
  return rows.map(({ email, reason }) => `${email} (${reason})`);
}

async function sendOne(
  context: JobContext,
  task: Task,
  letter: AgreementLetter,
  to: Person,
): Promise<void> {
  // A long list takes time: look up now whether the person was suspended or has a new address.
  const person = await findActing(context.ctx.db, to.id);
  if (!person) {
    return context.ctx.log.info("job-needless", { letter, person: to.id, why: "acts-no-more" });
  }
  const messageId = `<${task.id}.${person.id}@${new URL(context.publicUrl).hostname}>`;
  const { db, now } = context.ctx;
  const written = await write(context, task, letter, person);
  const names = { letter, person: person.id };
  await tellSent(context.ctx, names, () => context.mail.send({ ...written, messageId }));
  await context.reached("letter-sent");
  if (person.party !== null) {
    const { agreement, effect, created_at: circulatedAt } = task;
    const informed = { effect, agreement, party: person.party, circulatedAt, now: now() };
    await noteReceipts(db, { ...informed, basis: "letter" });
  }
  await db
    .insertInto("letters")
    .values({ outbox: task.id, person: person.id, message_id: messageId, sent_at: now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function write(context: JobContext, task: Task, letter: AgreementLetter, person: Person) {
  const { ctx, letters, publicUrl } = context;
  const language = languageIn("letters", person.language) ?? "en";
  const values = await letterValues(ctx.db, { letter, task, person, language, now: ctx.now() });
  const about = { id: task.agreement, number: values.number };
  const link = `${publicUrl}${letterLink(letter, about, person)}`;
  const of = { name: letter, language, values: { ...values, link } };
  return { to: person.email, ...fillLetter(letters, of), language };
}
