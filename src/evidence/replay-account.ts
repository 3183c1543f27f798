/** A passkey: whose it is, its key, and the range of the log in which it was theirs. */
export type Enrolled = { person: string; publicKey: string; from: number; until: number };

const indexOf = ({ log }: Exported) => log?.index ?? Number.POSITIVE_INFINITY;

/** Records which passkeys an account's entry adds and removes; throws if one belonged to another account. */
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

/** Throws unless the passkey was this person's at this entry: added before it and not removed before it. */
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

/** An entry as in an export; without `detail` if the reader may see only part of it. */
export type Exported = Record<"agreement" | "act" | "at" | "hash" | "previous", string> & {
  /** An account's entry has this instead of `agreement`, and `event` instead of `act`. */
  account?: string;
  event?: string;
  seq: number;
  person?: string | null;
  party: string | null;
  detail?: Record<string, unknown>;
  /** For an entry that belongs to no agreement. */
  chain?: string;
  log: { index: number; proof: string[] } | null;
};

/** The log's name, and the results from earlier entries: counters, passkeys by credential, who signs for each party. */
export type Seen = {
  log: string;
  counters: Counters;
  /** Whether an earlier consent was stated. */
  stated: boolean;
  keys: Map<string, Enrolled>;
  signatories: Map<string, unknown>;
};

/** The counts of each passkey, and when; two answers may cross within their challenge's two minutes. */
export type Counters = Map<string, { count: number; at: number }[]>;
