import type { Db } from "#src/db.ts";
import { canonicalJson } from "./canonical-json.ts";

/**
 * An agreement's evidence as NDJSON, one canonical entry a line with its hash and the hash before it, so
 * that anyone can compute the chain again. A person who sees only part of it gets the entries of the own
 * party and, of the others, act, stage and hashes without the detail.
 */
export async function exportEvidence(
  db: Db,
  agreement: string,
  { onlyParty }: { onlyParty: string | null },
): Promise<string> {
  const rows = await db
    .selectFrom("evidence")
    .selectAll()
    .where("agreement", "=", agreement)
    .orderBy("seq")
    .execute();
  return rows
    .map((row) => ({ ...row, at: row.at.toISOString() }))
    .map((entry) => {
      if (onlyParty === null || entry.party === onlyParty) return entry;
      const { detail, person, ...stageChange } = entry;
      return stageChange;
    })
    .map((entry) => `${canonicalJson(entry)}\n`)
    .join("");
}
