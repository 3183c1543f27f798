import { Broken } from "../revisions/broken.ts";
import { type PdfFile, readFile } from "../revisions/read-file.ts";
import { checkPages } from "./check-pages.ts";
import { type Claim, holdsRange } from "./find-claims.ts";
import { type Finding, finding } from "./findings.ts";
import { otherKind } from "./other-kinds.ts";

/** Faults that are visible from outside, before the file's structure is trusted. */
export function checkEnds(bytes: Uint8Array, claims: Claim[]): Finding[] {
  const start = Buffer.from(bytes.subarray(0, 1024)).indexOf("%PDF-");
  if (bytes.length === 0) return [finding("empty")];
  if (start < 0) return [finding("not-a-pdf", otherKind(bytes))];
  if (start > 0) return [finding("bytes-before")];
  const last = claims.at(-1);
  if (!last && !endsWhole(bytes)) return [finding("cut-off")];
  if (!last && holdsRange(bytes)) return [finding("stray-signature")];
  if (!last || last.end === bytes.length) return [];
  // The bytes after it may be the rest of the next signature.
  return [finding("bytes-after-seal"), ...(endsWhole(bytes) ? [] : [finding("cut-off")])];
}

const unreadable = new Set<Finding["code"]>(["empty", "not-a-pdf", "bytes-before", "cut-off"]);

/** Readers look for the end mark in the last kilobyte. */
export function endsWhole(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(-1024)).includes("%%EOF");
}

/** The part of the file that signatures cover, or all of it; null if it cannot be read. */
export function openFile(bytes: Uint8Array, claims: Claim[], found: Finding[]): PdfFile | null {
  const [first] = found;
  if (first && unreadable.has(first.code)) return null;
  try {
    const file = readFile(bytes.subarray(0, claims.at(-1)?.end ?? bytes.length));
    checkPages(file);
    return file;
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    found.push(...whyUnreadable(bytes, error, claims.length + found.length));
    return null;
  }
}

/** An ordinary file without signatures, or an encrypted one, may have a structure we never write. */
function whyUnreadable(bytes: Uint8Array, error: Broken, signs: number): Finding[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const isEncrypted = /\/Encrypt\s*(?:<<|\d{1,9} \d{1,5} R)/.test(buffer.toString("latin1"));
  if (error.code === "malformed" && isEncrypted) return [finding("encrypted")];
  if (signs === 0 && error.code === "malformed" && endsWhole(bytes))
    return [finding("no-signature")];
  return [finding(error.code, error.message)];
}
