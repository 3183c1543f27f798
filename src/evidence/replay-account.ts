import type { Exported, Seen } from "./replay-consent.ts";

/** What is known of a passkey: whose it is, its key, and from where to where in the log it was theirs. */
export type Enrolled = { person: string; publicKey: string; from: number; until: number };

const indexOf = ({ log }: Exported) => log?.index ?? Number.POSITIVE_INFINITY;

/** Notes which passkeys an account's entry adds and removes; throws where one was another's. */
export function replayAccount(entry: Exported, { keys }: Seen): void {
  const { account = "", detail } = entry;
  const { added = [], removed = [] } = detail as { added?: Passkey[]; removed?: string[] };
  for (const { credential, publicKey } of added) {
    if (keys.has(credential)) throw new Error(`the passkey ${credential} was there already`);
    const from = indexOf(entry);
    keys.set(credential, { person: account, publicKey, from, until: Number.POSITIVE_INFINITY });
  }
  for (const credential of removed) {
    const key = keys.get(credential);
    if (key?.person !== account) throw new Error(`the passkey ${credential} was not there`);
    key.until = Math.min(key.until, indexOf(entry));
  }
}

type Passkey = { credential: string; publicKey: string };

/** Throws unless the log knows the passkey as this person's, added before this entry and not removed before it. */
export function expectEnrolled(entry: Exported, passkey: unknown, { keys }: Seen): void {
  const { credential = "", publicKey } = passkey as Partial<Passkey>;
  const key = keys.get(credential);
  const at = indexOf(entry);
  const isTheirs = key?.person === entry.person && key?.publicKey === publicKey;
  if (!key || !isTheirs || key.from > at) {
    throw new Error("its passkey is not known as the person's: the log has no enrolment before it");
  }
  if (key.until < at) throw new Error("its passkey had been removed");
}
