import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";
import { leafHash, rootByInclusion } from "./merkle.ts";
import { type Checkpoint, openCheckpoint } from "./open-note.ts";
import type { Exported } from "./replay-account.ts";

/** A log's continuation from a restored backup: the last checkpoint before, the first lost index, the number lost. */
export type Restore = { earlier: Checkpoint; from: number; lost: number | null };

/** Reads the log's entry `continue`; null if the log's key did not sign the note in it. */
export function readRestore(detail: Record<string, unknown>, vkey: string): Restore | null {
  const earlier = openCheckpoint(String(detail.earlier), vkey);
  const { size } = detail.restored as { size: number };
  if (!earlier) return null;
  if (size < earlier.size) return { earlier, from: size, lost: earlier.size - size };
  // A log that is not shorter differs from an unknown place on.
  return { earlier, from: 0, lost: null };
}

/** Whether a checkpoint belongs to the lost part: after the place of the restore, up to its last checkpoint. */
export const isOfLost = ({ earlier, from }: Restore, { size, root }: Checkpoint): boolean =>
  from < size && (size < earlier.size || (size === earlier.size && root === earlier.root));

/** The restore that an export reports, and a sentence about it. Throws if it is not in the log. */
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
