import type { Tx } from "#src/db/db.ts";
import { type AccountDetail, appendAccount } from "#src/evidence/append-account.ts";

/** What can be done to an account; the web app has words for each. */
export const accountEvents = [
  "added",
  "address-changed",
  "changed",
  "first-signed-in",
  "identity-joined",
  "invited",
  "key-made",
  "key-revoked",
  "language-chosen",
  "passkey-added",
  "passkey-revoked",
  "recovered",
  "recovery-asked",
  "recovery-withdrawn",
  "signed-in",
] as const;

type AccountEvent = {
  at: Date;
  /** Who did it; null where nobody had signed in. */
  actor: string | null;
  person: string;
  event: (typeof accountEvents)[number];
  detail?: Record<string, unknown>;
  /** What the evidence log says of it, without addresses; an event that gives and takes nothing is not in the log. */
  logged?: AccountDetail;
};

/** Puts on record what was done to a person's account; nothing there is ever changed. */
export async function recordEvent(
  tx: Tx,
  { at, actor, person, event, detail = {}, logged }: AccountEvent,
): Promise<void> {
  await tx
    .insertInto("account_events")
    .values({ at, actor, person, event, detail: JSON.stringify(detail) })
    .execute();
  if (logged) await appendAccount(tx, { at, by: actor, account: person, event, detail: logged });
}
