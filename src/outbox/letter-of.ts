import { accountLetterNames, letterOrderedBy, type SentByJob } from "#workflows/letters.ts";
import { type LetterToPerson, letterEffect } from "./order-letter.ts";

export { type AgreementLetter, letterOrderedBy } from "#workflows/letters.ts";

/** The letter that a row of the outbox sends; null if it sends none, or one that this release does not know. */
export function letterOf({
  effect,
  letter,
}: {
  effect: string;
  letter: unknown;
}): SentByJob | null {
  if (effect !== letterEffect) return letterOrderedBy(effect);
  const { name } = letter as LetterToPerson;
  return accountLetterNames.find((known) => known === name) ?? null;
}
