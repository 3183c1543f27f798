import type { Tx } from "#src/db/db.ts";
import { noOrigin, type Origin } from "#src/observe/request-id.ts";

/** Letters to a person about the own account, which wait for nobody: codes to sign in with are not among them. */
export const lettersToPeople = [
  "invitation",
  "account-changed",
  "address-changed",
  "office-changed",
  "passkey-added",
  "key-made",
  "sign-on-joined",
  "new-device",
  "second-person-needed",
] as const;

export type LetterToPerson = {
  name: (typeof lettersToPeople)[number];
  /** The address, in its canonical form, if it is not the person's address at the time of sending. */
  to?: string;
  /** Where the letter's link leads, as a path of this site. */
  path?: string;
  /** What the letter says beside the recipient, the time, and the person's roles and party. Never a secret. */
  values?: Record<string, string>;
};

/** The effect under which such letters wait in the outbox. */
export const letterEffect = "write-to-person";

/** `origin` is what the letter follows from, such as a request; none for what a command does. */
type Ordered = LetterToPerson & { person: string; at: Date; origin?: Origin };

/**
 * Leaves a letter to a person for the relay, in the transaction of the act that it tells of: both are kept or
 * neither, and a mail server that is away or refuses the address holds nothing up. Call `ctx.committed()` after it.
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
      letter: JSON.stringify(letter),
      created_at: at,
      sent_at: null,
      finished_at: null,
      failed_at: null,
      failure: null,
      failing_since: null,
    })
    .execute();
}
