import { sql } from "kysely";
import { expect } from "vitest";
import { isConsistent, leafHash } from "#src/evidence/merkle.ts";
import { openCheckpoint } from "#src/evidence/open-note.ts";
import { proveConsistency } from "#src/evidence/prove.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { addLeaf, rootOf, type Subtree } from "#src/evidence/tree.ts";
import type { Office } from "#tests/support/office.ts";

/** Asserts that the log holds each entry of evidence once, and that all checkpoints are of this one log. */
export async function expectOneLog({ db, log }: Office): Promise<void> {
  const { rows: leaves } = await sql<{ index: string; hash: string; leaf: string | null }>`
    SELECT l.index, e.hash, h.hash AS leaf FROM (SELECT agreement, NULL AS account, seq, hash FROM evidence
      UNION ALL SELECT NULL, account, seq, hash FROM account_entries) e
    LEFT JOIN log_leaves l ON (l.agreement = e.agreement OR l.account = e.account) AND l.seq = e.seq
    LEFT JOIN log_hashes h ON h.level = 0 AND h.index = l.index ORDER BY l.index`.execute(db);
  expect(leaves.map(({ index }) => Number(index))).toEqual([...leaves.keys()]);
  const subtrees: Subtree[] = [];
  const roots = leaves.map(({ hash, leaf }, index) => {
    expect(leaf).toBe(leafHash(hash));
    addLeaf(subtrees, { level: 0, index, hash: leafHash(hash) });
    return rootOf(subtrees.map((one) => one.hash));
  });
  const { rows: orders } = await sql<{ wrong: string }>`SELECT count(*) AS wrong
    FROM log_leaves a JOIN log_leaves b
      ON (a.agreement = b.agreement OR a.account = b.account) AND a.seq = b.seq - 1
    WHERE a.index > b.index`.execute(db);
  expect(orders[0]?.wrong).toBe("0");
  const checkpoints = await db.selectFrom("log_checkpoints").selectAll().orderBy("size").execute();
  expect(Number(checkpoints.at(-1)?.size)).toBe(leaves.length);
  for (const { size, root, note } of checkpoints) {
    expect(root).toBe(roots[Number(size) - 1]);
    const opened = openCheckpoint(note, vkeyOf(log));
    expect(opened).toEqual({ origin: log.name, size: Number(size), root });
  }
  for (const [nth, { size, root }] of checkpoints.entries()) {
    const later = checkpoints[nth + 1];
    if (!later) break;
    const proof = await proveConsistency(db, Number(size), Number(later.size));
    const [from, to] = [
      { size: Number(size), root },
      { size: Number(later.size), root: later.root },
    ];
    expect(isConsistent(from, to, proof)).toBe(true);
  }
}
