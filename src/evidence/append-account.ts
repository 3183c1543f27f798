import { sql } from "kysely";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Tx } from "#src/db/db.ts";
import { chainStart } from "./append.ts";
import { canonicalJson } from "./canonical-json.ts";

/**
 * What the log says about an account: ids, public keys, roles and parties, never an address or a location. `added` and
 * `removed` name passkeys.
 */
export type AccountDetail = Record<string, unknown> & {
  added?: { credential: string; publicKey: string }[];
  removed?: string[];
};

export type AccountEntry = {
  /** The account, and who changed it; null if no one had signed in. */
  account: string;
  by: string | null;
  at: Date;
  event: string;
  detail: AccountDetail;
};

/**
 * Adds an entry to the account's own chain, in the transaction of the change (ADR 0103). The sequencer takes it into
 * the log after the commit. Locks the account, so that its entries come one after the other.
 */
export async function appendAccount(tx: Tx, entry: AccountEntry): Promise<void> {
  const { account, at, event, by, detail } = entry;
  await sql`SELECT FROM people WHERE id = ${account} FOR NO KEY UPDATE`.execute(tx);
  const last = await tx
    .selectFrom("account_entries")
    .select(["seq", "hash"])
    .where("account", "=", account)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const seq = (last?.seq ?? 0) + 1;
  const previous = last?.hash ?? chainStart;
  const hash = await sha256(canonicalJson({ ...entry, at: at.toISOString(), seq, previous }));
  await tx
    .insertInto("account_entries")
    .values({ account, seq, at, event, by, detail: JSON.stringify(detail), previous, hash })
    .execute();
}
