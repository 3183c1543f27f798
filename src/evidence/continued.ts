import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";
import { leafHash, rootByInclusion } from "./merkle.ts";
import { type Checkpoint, openCheckpoint } from "./open-note.ts";
import type { Exported } from "./replay-account.ts";

/** That a log went on from a restored backup: its last checkpoint before, from where on, and how many are lost. */
export type Restore = { earlier: Checkpoint; from: number; lost: number | null };

/** What the log's entry `continue` says; null if the note in it is not signed by the log's key. */
export function readRestore(detail: Record<string, unknown>, vkey: string): Restore | null {
  const earlier = openCheckpoint(String(detail.earlier), vkey);
  const { size } = detail.restored as { size: number };
  if (!earlier) return null;
  if (size < earlier.size) return { earlier, from: size, lost: earlier.size - size };
  // A log that is not shorter differs from a place on that nobody knows.
  return { earlier, from: 0, lost: null };
}

/** Whether a checkpoint is of the log that was lost: after the place of the restore, up to its last checkpoint. */
export const isOfLost = ({ earlier, from }: Restore, { size, root }: Checkpoint): boolean =>
  from < size && (size < earlier.size || (size === earlier.size && root === earlier.root));

/** The restore that an export tells of, and the sentence about it. Throws if it is not in the log. */
export function checkRestore(entry: Exported, now: Checkpoint, vkey: string) {
  const { hash, log, ...content } = entry;
  const { detail = {}, at, act, chain } = content;
  const words = createHash("sha256").update(canonicalJson(content)).digest("hex");
  const root = log && rootByInclusion({ ...log, leaf: leafHash(hash), size: now.size });
  const restore = readRestore(detail, vkey);
  if (
    words !== hash ||
    root !== now.root ||
    chain !== "restores" ||
    act !== "continue" ||
    !restore
  ) {
    throw new Error("Line 1: the record of a restore does not hold.");
  }
  const { earlier, lost } = restore;
  const what = lost ?? `an unknown number of the ${earlier.size}`;
  const by = (detail.by as string[]).join(" and ");
  const when = `The log was continued on ${at.slice(0, 10)} after a restore`;
  const sentence = `${when}; ${what} entries of the earlier log are not in it (${detail.reason}; ${by}).`;
  return { ...restore, sentence };
}
