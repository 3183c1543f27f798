import type { Tx } from "#src/db/db.ts";
import { type AccountDetail, appendAccount } from "#src/evidence/append-account.ts";

/** The events of an account. The web app has words for each. */
export const accountEvents = [
  "added",
  "address-changed",
  "changed",
  "first-signed-in",
  "general-powers-ended",
  "general-powers-lodged",
  "general-powers-verified",
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
  /** Who did it; null if no one was signed in. */
  actor: string | null;
  person: string;
  event: (typeof accountEvents)[number];
  detail?: Record<string, unknown>;
  /** What the evidence log keeps of it, without addresses. Events that grant and remove nothing are not in the log. */
  logged?: AccountDetail;
};

/** Records an event of a person's account. The record is append-only. */
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
