import { findAgreement } from "#src/agreements/find.ts";
import { noteNotified, objectionOf } from "#src/agreements/force/notify-reservation.ts";
import { type LetterReason, letterReason } from "#src/agreements/service/letter-reason.ts";
import { type LetterName, recipientsOf } from "#src/agreements/service/recipients.ts";
import { AddressRefused, isServerAway } from "#src/mail/address-refused.ts";
import { findActing } from "#src/people/find.ts";
import { type Person, sealingService, worded } from "#src/people/person.ts";
import { beside } from "#src/text/beside.ts";
import { eventWords } from "#src/text/events.ts";
import { formatDate } from "#src/text/format-date.ts";
import { languageIn } from "#src/text/languages.ts";
import { renderLetter } from "#src/text/letter.ts";
import { objectionWords } from "#src/text/objection-words.ts";
import { proposedActWords } from "#src/text/proposed-acts.ts";
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
  letter: LetterName,
  event?: string,
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
      await sendOne(context, task, { letter, event }, person);
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

type Occasion = { letter: LetterName; event: string | undefined };

async function sendOne(
  context: JobContext,
  task: Task,
  occasion: Occasion,
  to: Person,
): Promise<void> {
  // A long list takes time: look up now whether the person was suspended or has a new address.
  const person = await findActing(context.ctx.db, to.id);
  if (!person) {
    const { letter } = occasion;
    return context.ctx.log.info("job-needless", { letter, person: to.id, why: "acts-no-more" });
  }
  const messageId = `<${task.id}.${person.id}@${new URL(context.publicUrl).hostname}>`;
  const { db, now } = context.ctx;
  const written = await write(context, task, occasion, person);
  const names = { letter: occasion.letter, person: person.id };
  await tellSent(context.ctx, names, () => context.mail.send({ ...written, messageId }));
  await context.reached("letter-sent");
  if (occasion.letter === "reservation-made" && person.party !== null) {
    const { agreement, created_at } = task;
    const sent = { agreement, party: person.party, circulatedAt: created_at, now: now() };
    await noteNotified(db, sent);
  }
  await db
    .insertInto("letters")
    .values({ outbox: task.id, person: person.id, message_id: messageId, sent_at: now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function write(context: JobContext, task: Task, { letter, event }: Occasion, person: Person) {
  const { ctx, publicUrl } = context;
  const language = languageIn("letters", person.language) ?? "en";
  const template = context.letters[`${letter}/${language}.md`];
  if (!template) throw new Error(`The letter ${letter} has no ${language} text.`);
  const agreement = await findAgreement(ctx.db, task.agreement, sealingService);
  const given = await letterReason(ctx.db, letter, task);
  const link = `${publicUrl}${pathOf(letter, agreement.id, person)}`;
  const { subject, text, html } = renderLetter(
    template,
    {
      recipient: worded(person.names, language),
      title: worded(agreement.title, language),
      reference: agreement.reference,
      version: String(task.number),
      party: worded(given?.party ?? {}, language),
      reason: given?.reason ?? "",
      event: await eventOf({ context, task, letter, event, given }, person, language),
      link,
    },
    { language },
  );
  return { to: person.email, subject, text, html, language };
}

type Event = {
  context: JobContext;
  task: Task;
  letter: LetterName;
  event: string | undefined;
  given: LetterReason | null;
};

/** What the letter is about, in a sentence. */
async function eventOf(of: Event, person: Person, language: string): Promise<string> {
  if (of.letter === "reservation-made") return untilWhen(of, person, language);
  return of.event ? worded(eventWords(of.event), language) : proposed(of.given, language);
}

/** The deadline for the reader's State to object, counted from this letter as its notification. */
async function untilWhen({ context, task }: Event, { party }: Person, language: string) {
  const { db, now } = context.ctx;
  const { agreement, created_at: circulatedAt } = task;
  const { rule, day } = await objectionOf(db, { agreement, party, circulatedAt, now: now() });
  return objectionWords(rule, day, language);
}

/** The act that waits for a second officer, its party and the day it names. */
function proposed(given: LetterReason | null, language: string): string {
  if (!given?.act) return "";
  const { act, party, on } = given;
  const day = on ? (formatDate(on, language) ?? on) : "";
  const details = beside([worded(party, language), day], language);
  const words = worded(proposedActWords(act), language);
  return details ? `${words}: ${details}` : words;
}

/** The address at which this recipient can do what the letter asks, after sign-in if needed. */
function pathOf(letter: LetterName, id: string, { roles }: Person): string {
  const officer = roles.includes("legal-officer");
  if (letter === "published") return `/api/v1/register/${id}/pdf`;
  if (letter === "signature-requested") return `/agreements/${id}/sign`;
  if (letter === "typesetting-failed") return `/agreements/${id}/draft`;
  // The parties' requests, shown beside the articles they concern.
  if (letter === "changes-requested" && officer) return `/agreements/${id}/review`;
  return `/agreements/${id}`;
}
