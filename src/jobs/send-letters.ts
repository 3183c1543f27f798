import { findAgreement } from "#src/agreements/find.ts";
import { type LetterReason, letterReason } from "#src/agreements/letter-reason.ts";
import { type LetterName, recipientsOf } from "#src/agreements/recipients.ts";
import { findActing } from "#src/people/find.ts";
import { type Person, sealingService, worded } from "#src/people/person.ts";
import { eventWords } from "#src/text/events.ts";
import { formatDate } from "#src/text/format-date.ts";
import { renderLetter } from "#src/text/letter.ts";
import { proposedActWords } from "#src/text/proposed-acts.ts";
import type { Room, Task } from "./room.ts";

const languages = ["en", "ru", "ar", "kk", "fr"];

/**
 * Sends a letter to each of its recipients, in the recipient's language. A letter on record is not sent
 * again; a crash between the mail server's answer and our mark sends it twice under one Message-ID, which
 * mail programs show once.
 */
export async function sendLetters(
  room: Room,
  task: Task,
  letter: LetterName,
  event?: string,
): Promise<void> {
  const { db } = room.ctx;
  const sent = await db
    .selectFrom("letters")
    .select("person")
    .where("outbox", "=", task.id)
    .execute();
  const done = new Set(sent.map(({ person }) => person));
  const recipients = await recipientsOf(db, letter, task);
  const failures: unknown[] = [];
  for (const person of recipients.filter(({ id }) => !done.has(id))) {
    // One address that the mail server refuses keeps no one else's letter back.
    await sendOne(room, task, { letter, event }, person).catch((failure) => failures.push(failure));
  }
  if (failures.length > 0) throw failures[0];
}

type Occasion = { letter: LetterName; event: string | undefined };

async function sendOne(room: Room, task: Task, occasion: Occasion, to: Person): Promise<void> {
  // A long list takes its time: whoever was suspended meanwhile, or has another address, is asked for now.
  const person = await findActing(room.ctx.db, to.id);
  if (!person) return;
  const messageId = `<${task.id}.${person.id}@${new URL(room.publicUrl).hostname}>`;
  const { db, now } = room.ctx;
  await room.mail.send({ ...(await write(room, task, occasion, person)), messageId });
  await room.reached("letter-sent");
  await db
    .insertInto("letters")
    .values({ outbox: task.id, person: person.id, message_id: messageId, sent_at: now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function write(room: Room, task: Task, { letter, event }: Occasion, person: Person) {
  const { ctx, publicUrl } = room;
  const language = languages.includes(person.language) ? person.language : "en";
  const template = room.letters[`${letter}/${language}.md`];
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
      event: event ? worded(eventWords(event), language) : proposed(given, language),
      link,
    },
    { language },
  );
  return { to: person.email, subject, text, html, language };
}

/** The act that waits for a second officer, the party it is for and the day it names. */
function proposed(given: LetterReason | null, language: string): string {
  if (!given?.act) return "";
  const { act, party, on } = given;
  const day = on ? (formatDate(on, language) ?? on) : "";
  const details = [worded(party, language), day].filter(Boolean).join(", ");
  const words = worded(proposedActWords(act), language);
  return details ? `${words}: ${details}` : words;
}

/** The address at which this recipient can do what the letter asks; sign-in leads there when it is needed. */
function pathOf(letter: LetterName, id: string, { roles }: Person): string {
  const officer = roles.includes("legal-officer");
  if (letter === "published") return `/api/v1/register/${id}/pdf`;
  if (letter === "signature-requested") return `/agreements/${id}/sign`;
  if (letter === "typesetting-failed") return `/agreements/${id}/draft`;
  // The requests of the parties, beside the articles that they are about.
  if (letter === "changes-requested" && officer) return `/agreements/${id}/review`;
  return `/agreements/${id}`;
}
