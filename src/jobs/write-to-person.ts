import { AddressRefused } from "#src/mail/address-refused.ts";
import type { LetterToPerson } from "#src/outbox/order-letter.ts";
import { listParties } from "#src/parties/find.ts";
import { findActing } from "#src/people/find.ts";
import { type Person, worded } from "#src/people/person.ts";
import { beside } from "#src/text/beside.ts";
import { formatInstant } from "#src/text/format-instant.ts";
import { languageIn } from "#src/text/languages.ts";
import { fillLetter } from "#src/text/letter.ts";
import { roleWords } from "#src/text/role-words.ts";
import type { JobContext } from "./job-context.ts";
import { LettersRefused } from "./send-letters.ts";
import { tellSent, tellUnsent } from "./tell-letter.ts";

type Ordered = { id: string; person: string; letter: LetterToPerson; created_at: Date };

/**
 * Sends a letter to a person about their own account, in their language; sends nothing to a suspended person. Does not
 * send a letter that is on record.
 *
 * @throws LettersRefused if the mail server refuses the address for good
 */
export async function writeToPerson(context: JobContext, ordered: Ordered): Promise<void> {
  const { db, now } = context.ctx;
  const { id: outbox, letter } = ordered;
  const sent = db.selectFrom("letters").select("person").where("outbox", "=", outbox);
  const person = await findActing(db, ordered.person);
  const names = { letter: letter.name, person: ordered.person };
  const needless = (why: string) => context.ctx.log.info("job-needless", { ...names, why });
  if (!person) return needless("acts-no-more");
  if (await sent.executeTakeFirst()) return needless("sent-already");
  const to = letter.to ?? person.email;
  const message_id = `<${outbox}.${person.id}@${new URL(context.publicUrl).hostname}>`;
  const written = await write(context, ordered, person);
  const send = () => context.mail.send({ ...written, to, messageId: message_id });
  await tellSent(context.ctx, names, send).catch((error) => {
    tellUnsent(context.ctx, names, error);
    throw error instanceof AddressRefused
      ? new LettersRefused([`${to} (${error.message})`])
      : error;
  });
  await context.reached("letter-sent");
  await db
    .insertInto("letters")
    .values({ outbox, person: person.id, message_id, sent_at: now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function write({ ctx, letters, publicUrl }: JobContext, ordered: Ordered, person: Person) {
  const { name, path = "/sign-in", values = {} } = ordered.letter;
  const language = languageIn("letters", person.language) ?? "en";
  const filled = {
    recipient: worded(person.names, language),
    when: formatInstant(ordered.created_at, language, { zone: ctx.zone }),
    office: await officeOf(ctx.db, person, language),
    link: `${publicUrl}${path}`,
    ...values,
  };
  return { ...fillLetter(letters, { name, language, values: filled }), language };
}

/** A person's roles and party in words. */
async function officeOf(db: JobContext["ctx"]["db"], { roles, party }: Person, language: string) {
  const parties = party === null ? [] : await listParties(db);
  const names = parties.find(({ code }) => code === party)?.names ?? {};
  return beside(
    [...roles.map((role) => roleWords(role, language)), worded(names, language)],
    language,
  );
}
