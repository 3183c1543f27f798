import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import type { Letter } from "#src/mail/send.ts";
import { type Person, worded } from "#src/people/person.ts";
import { languageIn } from "#src/text/languages.ts";
import { type CodeLetter, type CodeValues, fillLetter } from "#src/text/letter.ts";

export type Mailer = NonNullable<Context["mailer"]>;

/** The mailer for letters with codes; the edge has none. */
export function mailerOf({ mailer }: Context): Mailer {
  if (!mailer) throw new Refusal("not-at-the-edge", "Letters are sent by the full service only.");
  return mailer;
}

/** Sends a letter without delaying the answer. If it gets lost, the person asks again. */
export async function sendBehind(
  { log, metrics, ticks }: Context,
  mailer: Mailer,
  { name, ...letter }: Letter & { name: CodeLetter },
): Promise<void> {
  const began = ticks();
  const told = () => ({ letter: name, ms: Math.round(ticks() - began) });
  try {
    await mailer.mail.send(letter);
    metrics.letter(name, "sent");
    log.info("letter-with-code-sent", told());
  } catch (error) {
    metrics.letter(name, "failed");
    log.warn("letter-with-code-failed", { ...told(), error });
  }
}

/**
 * A letter with a code that a person is waiting for, in its reader's language. It is sent at once and not stored,
 * because the outbox would hold the code in clear. All other letters go through the outbox (`outbox/order-letter.ts`).
 */
export function writeLetter<Name extends CodeLetter>(
  mailer: Mailer,
  name: Name,
  { email, names, language: preferred }: Pick<Person, "email" | "names" | "language">,
  values: CodeValues<Name> | ((language: string) => CodeValues<Name>),
  id: string,
): Letter & { name: Name } {
  const language = languageIn("letters", preferred) ?? "en";
  const given = typeof values === "function" ? values(language) : values;
  const filled = { recipient: worded(names, language), ...given };
  const { subject, text, html } = fillLetter(mailer.letters, { name, language, values: filled });
  const messageId = `<${name}.${id}@${new URL(mailer.publicUrl).hostname}>`;
  return { name, to: email, subject, text, html, language, messageId };
}
