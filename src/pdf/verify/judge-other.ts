import { type PdfFile, readFile } from "../revisions/read-file.ts";
import { bearsMark, isAsTypeset } from "./bears-mark.ts";
import { conclude, type Verification } from "./conclude.ts";
import type { Claim } from "./find-claims.ts";
import { describeForeign } from "./find-foreign.ts";
import { type Finding, finding } from "./findings.ts";

/** Findings after which nothing more can be said about a file. */
const final = new Set<Finding["code"]>(["empty", "not-a-pdf", "encrypted", "too-complex"]);

/** Findings that the structure differs from that of our sealed files. */
const ofStructure = new Set<Finding["code"]>([
  "malformed",
  "cut-off",
  "no-signature",
  "bytes-before",
  "bytes-after-seal",
  "foreign-change",
  "wrong-range",
  "stray-signature",
  "after-the-seal",
]);

/**
 * The verdict for a file that is not built like our sealed ones: NOT_OURS or NO_SIGNATURE if it does not begin as one
 * of ours. One that does and was changed keeps its findings, which means MODIFIED if nothing is more serious; null says
 * so.
 */
export function judgeOther(
  bytes: Uint8Array,
  { claims, file, found }: { claims: Claim[]; file: PdfFile | null; found: Finding[] },
): Verification | null {
  if (found.some(({ code }) => final.has(code))) return null;
  if (!found.some(({ code }) => ofStructure.has(code))) return null;
  if (bearsMark(bytes)) {
    if (claims.length === 0) judgeUnsigned(file, found);
    else if (!file && beginsWhole(bytes, claims)) found.push(finding("foreign-change"));
    return null;
  }
  const foreign = describeForeign(bytes);
  if (!foreign) {
    return conclude([finding("too-complex", "It speaks of too many signatures to look at each.")]);
  }
  const { signatures, timestamps } = foreign;
  if (signatures.length + timestamps.length > 0) {
    const about = counted(signatures.length, timestamps.length);
    return conclude([finding("not-ours", about)], signatures, null, timestamps);
  }
  const unreadable = found.find(({ code }) => code === "cut-off");
  return conclude([unreadable ?? finding("no-signature")]);
}

/** Whether the file was ours up to one of its earlier signatures: then the unreadable part was added later. */
function beginsWhole(bytes: Uint8Array, claims: Claim[]): boolean {
  return claims.slice(0, -1).some(({ end }) => {
    try {
      return readFile(bytes.subarray(0, end)).revisions.length > 1;
    } catch {
      return false;
    }
  });
}

/** An original or draft without signatures is as typeset; any other file with our mark was changed. */
function judgeUnsigned(file: PdfFile | null, found: Finding[]): void {
  const codes = found.map(({ code }) => code);
  const [first] = codes;
  const isCut = first === "cut-off" && codes.length === 1;
  if (isCut || (first === "no-signature" && file && isAsTypeset(file))) return;
  const kept = found.filter(({ verdict }) => verdict === "MODIFIED");
  found.splice(0, found.length, ...(kept.length > 0 ? kept : [finding("saved-anew")]));
}

function counted(signatures: number, timestamps: number): string {
  const part = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;
  return [
    ...(signatures > 0 ? [part(signatures, "signature")] : []),
    ...(timestamps > 0 ? [part(timestamps, "document timestamp")] : []),
  ].join(" and ");
}
