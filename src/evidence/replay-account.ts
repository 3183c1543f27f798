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

/** An entry as an export gives it; without `detail` where the reader sees only a part of it. */
export type Exported = Record<"agreement" | "act" | "at" | "hash" | "previous", string> & {
  /** An account's entry has this in place of `agreement`, and `event` in place of `act`. */
  account?: string;
  event?: string;
  seq: number;
  person?: string | null;
  party: string | null;
  detail?: Record<string, unknown>;
  /** Of an entry that is of no agreement. */
  chain?: string;
  log: { index: number; proof: string[] } | null;
};

/** The log's name, and what earlier entries have shown: counters, passkeys by credential, who signs for each party. */
export type Seen = {
  log: string;
  counters: Counters;
  /** Whether one of them was a consent that is stated. */
  stated: boolean;
  keys: Map<string, Enrolled>;
  signatories: Map<string, unknown>;
};

/** What each passkey has counted to, and when; two answers may cross within their challenge's two minutes. */
export type Counters = Map<string, { count: number; at: number }[]>;
