import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import type { Letter } from "#src/mail/send.ts";
import { type Person, worded } from "#src/people/person.ts";
import { renderLetter } from "#src/text/letter.ts";

export type Post = NonNullable<Context["post"]>;
export const accountLetters = [
  "sign-in",
  "invitation",
  "account-changed",
  "address-changed",
] as const;
export type AccountLetter = (typeof accountLetters)[number];

/** The means to send letters about accounts; at the edge there are none. */
export function postOf({ post }: Context): Post {
  if (!post) throw new Refusal("not-at-the-edge", "Letters are sent by the full service only.");
  return post;
}

/**
 * Sends letters behind an act that is on record: the act stands whether or not they arrive, and one address
 * that a mail server refuses keeps no other letter back.
 */
export async function sendAll(post: Post, ...letters: Letter[]): Promise<void> {
  const sending = letters.map((letter) =>
    post.mail.send(letter).catch((error) => {
      console.error(JSON.stringify({ level: "warn", from: "accounts", error: String(error) }));
    }),
  );
  await Promise.all(sending);
}

/** A letter about a person's own account, in that person's language. */
export function writeLetter(
  post: Post,
  name: AccountLetter,
  { email, names, language: preferred }: Pick<Person, "email" | "names" | "language">,
  values: Record<string, string>,
  id: string,
): Letter {
  const language = post.letters[`${name}/${preferred}.md`] ? preferred : "en";
  const template = post.letters[`${name}/${language}.md`];
  if (!template) throw new Error(`The letter ${name} has no ${language} text.`);
  const recipient = worded(names, language);
  const { subject, text, html } = renderLetter(template, { recipient, ...values }, { language });
  const messageId = `<${name}.${id}@${new URL(post.publicUrl).hostname}>`;
  return { to: email, subject, text, html, language, messageId };
}
