import type { Tx } from "#src/db/db.ts";
import { noOrigin, type Origin } from "#src/observe/request-id.ts";
import { type AccountLetter, accountLetters, type Says } from "#workflows/letters.ts";

/** A letter to a person about their own account, as the outbox keeps it. */
export type LetterToPerson = {
  name: AccountLetter;
  /** The recipient in canonical form, if it is not the person's address at the time of sending. */
  to?: string;
  /** The path on this site that the letter links to. */
  path?: string;
  /** What the letter says besides the recipient, the time, and the person's roles and party. Never a secret. */
  values?: Record<string, string>;
};

/** What the order of this letter has to say. */
type Given<Name extends AccountLetter> = Exclude<Says<Name>, "when" | "office">;

/** A letter with everything that its row in the table asks for. */
export type NewLetter = {
  [Name in AccountLetter]: { name: Name; to?: string } & ([Given<Name>] extends [never]
    ? { values?: never }
    : { values: Record<Given<Name>, string> }) &
    ((typeof accountLetters)[Name]["link"] extends null ? { path: string } : { path?: never });
}[AccountLetter];

/** The effect name of such letters in the outbox. */
export const letterEffect = "write-to-person";

/** `origin` is what caused the letter, such as a request; none for a command. */
type Ordered = NewLetter & { person: string; at: Date; origin?: Origin };

/**
 * Adds a letter to a person to the outbox, in the transaction of the act that it reports, so that both commit or
 * neither. A mail server that is down or refuses the address delays nothing. Call `ctx.committed()` afterwards.
 */
export async function orderLetter(
  tx: Tx,
  { person, at, origin = noOrigin, ...letter }: Ordered,
): Promise<void> {
  await tx
    .insertInto("outbox")
    .values({
      agreement: null,
      number: 0,
      effect: letterEffect,
      person,
      request: origin.request,
      traceparent: origin.traceparent,
      letter: JSON.stringify({ path: accountLetters[letter.name].link, ...letter }),
      created_at: at,
      sent_at: null,
      finished_at: null,
      failed_at: null,
      failure: null,
      failing_since: null,
    })
    .execute();
}
