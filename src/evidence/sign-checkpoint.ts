import { sql } from "kysely";
import type { Db, Tx } from "#src/db/db.ts";
import { rootAt } from "./hashes.ts";
import { checkLog, type LogSigner } from "./last-checkpoint.ts";
import { latestCheckpoint } from "./read-checkpoint.ts";
import { lockLog, type Reached, sizeOfLog } from "./sequence.ts";
import { checkpointText, signNote, statementText, vkeyOf } from "./sign-note.ts";

/**
 * Signs the log if it has grown, and the chain length of each agreement and account that has grown. Signs only leaves
 * of an earlier, committed transaction: their order is final, so one size has one root however often this is killed and
 * repeated. Throws rather than sign a log that does not continue the last checkpoint in the database and the one
 * outside it, or under another key. Writes the new checkpoint outside before the database commits it, so that a
 * restored database can never sign its size with another root.
 */
export function signCheckpoint(
  db: Db,
  { signer, at, reached }: { signer: LogSigner; at: Date; reached: Reached },
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    if (!(await lockLog(tx))) return;
    const size = await sizeOfLog(tx);
    const last = await latestCheckpoint(tx);
    const from = last?.size ?? 0;
    const vkey = vkeyOf(signer);
    if (size === from) return checkLog(tx, signer);
    if (last && last.vkey !== vkey) {
      throw new Error(`The log is signed by ${last.vkey}, and this process has the key ${vkey}.`);
    }
    if (size < from || (last && (await rootAt(tx, from)) !== last.root)) {
      throw new Error("The log is no longer what its last checkpoint says: nothing is signed.");
    }
    await checkLog(tx, signer);
    const root = await rootAt(tx, size);
    const note = signNote(checkpointText({ origin: signer.name, size, root }), signer);
    await reached("checkpoint-signed");
    await signer.last.write(note);
    await reached("checkpoint-kept");
    await tx.insertInto("log_checkpoints").values({ size, root, vkey, note, at }).execute();
    const grown = await grownSince(tx, from);
    const notes = grown.map(({ agreement, seq, hash }) =>
      signNote(statementText({ agreement, entries: seq, head: hash }), signer),
    );
    await sql`INSERT INTO log_statements (agreement, seq, note)
      SELECT * FROM unnest(${grown.map(({ agreement }) => agreement)}::uuid[],
        ${grown.map(({ seq }) => seq)}::int[], ${notes}::text[])`.execute(tx);
    await stateAccounts(tx, from, signer);
    await reached("checkpoint-written");
  });
}

/** The agreements with leaves from this index on, and the last leaf of each. */
async function grownSince(tx: Tx, index: number) {
  const { rows } = await sql<{ agreement: string; seq: number; hash: string }>`
    SELECT DISTINCT ON (e.agreement) e.agreement, e.seq, e.hash
    FROM log_leaves l JOIN evidence e ON e.agreement = l.agreement AND e.seq = l.seq
    WHERE l.index >= ${index} ORDER BY e.agreement, e.seq DESC`.execute(tx);
  return rows;
}

/** The same for accounts: the log names them `account/<id>`. */
async function stateAccounts(tx: Tx, index: number, signer: LogSigner): Promise<void> {
  const { rows } = await sql<{ account: string; seq: number; hash: string }>`
    SELECT DISTINCT ON (a.account) a.account, a.seq, a.hash
    FROM log_leaves l JOIN account_entries a ON a.account = l.account AND a.seq = l.seq
    WHERE l.index >= ${index} ORDER BY a.account, a.seq DESC`.execute(tx);
  if (rows.length === 0) return;
  const stated = rows.map(({ account, seq, hash }) => {
    const text = statementText({ agreement: `account/${account}`, entries: seq, head: hash });
    return { account, seq, note: signNote(text, signer) };
  });
  await tx.insertInto("account_statements").values(stated).execute();
}
