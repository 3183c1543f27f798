import { AddressRefused } from "./address-refused.ts";

const recipient = /^[^\s\p{Cc}<>()[\],;:"\\@]+@[^\s\p{Cc}<>()[\],;:"\\@]+$/u;

/** A letter to one person, in that person's language (BCP 47). */
export type Letter = {
  /** `<local@host>`, the same for every attempt (RFC 5322, section 3.6.4). */
  messageId: string;
  /** A bare address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  language: string;
};

/**
 * The letter for nodemailer, marked as sent by a program (RFC 3834, section 5), so that it triggers no vacation reply.
 * Throws on a line break or other control character in a header, on anything but one address, and on a malformed
 * Message-ID or language.
 */
export function compose(letter: Letter, from: string) {
  const { messageId, to, subject, text, html, language } = letter;
  check("Message-ID", /^<[\w.+=-]+@[\w.-]+>$/, messageId);
  if (!recipient.test(to))
    throw new AddressRefused(`A letter cannot have the recipient ${JSON.stringify(to)}.`);
  check("subject", /^[^\p{Cc}\u2028\u2029]+$/u, subject);
  check("subject", /\S/, subject);
  check("sender", /^[^\p{Cc}]+$/u, from);
  check("language", /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, language);
  return {
    messageId,
    from,
    to: { name: "", address: to },
    subject,
    text,
    html,
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": language },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function check(what: string, form: RegExp, value: string): void {
  if (!form.test(value))
    throw new Error(`A letter cannot have the ${what} ${JSON.stringify(value)}.`);
}
