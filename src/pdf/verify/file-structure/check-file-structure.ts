import { startsWith } from "../../revisions/cursor.ts";
import type { PdfFile } from "../../revisions/read-file.ts";
import { checkObject } from "./check-object.ts";
import { checkSection } from "./check-section.ts";
import type { Report, StructureFault } from "./fault.ts";
import { lineEndAt } from "./scan.ts";

const maxFaults = 100;
/** ISO 19005-2, 6.1.13. */
const maxObjects = 8_388_607;

/**
 * Checks the file structure that PDF/A requires (ISO 19005-2, 6.1.2 to 6.1.9, 6.1.12 and 6.1.13): header, trailers,
 * cross-reference tables, strings, streams, names, indirect objects, permissions and limits, in every revision. A file
 * passes if and only if it passes when cut at the end of each of its revisions. Does not decode content streams, so it
 * does not check inline images (6.1.10) and the nesting of `q` (6.1.13).
 *
 * @returns at most a hundred faults; none for a file that follows PDF/A
 */
export function checkFileStructure(file: PdfFile): StructureFault[] {
  const faults: StructureFault[] = [];
  const report: Report = (clause, at, detail) => {
    if (faults.length < maxFaults) faults.push({ clause, at, detail });
  };
  checkHeader(file.bytes, report);
  for (const [index, revision] of file.revisions.entries()) {
    for (const entry of revision.entries) checkObject(file, entry, index, report);
    checkSection(file, index, report);
  }
  const numbers = new Set(file.revisions.flatMap(({ objects }) => [...objects.keys()]));
  if (numbers.size > maxObjects) report("6.1.13", 0, `There are ${numbers.size} objects.`);
  return faults;
}

/** `%PDF-1.n`, one end of line, and a comment of at least four bytes that mark the file as binary (6.1.2). */
function checkHeader(bytes: Uint8Array, report: Report): void {
  const version = (bytes[7] ?? 0) - 0x30;
  const isHeader = startsWith(bytes, 0, "%PDF-1.") && version >= 0 && version <= 7;
  const lineEnd = lineEndAt(bytes, 8);
  if (!isHeader || lineEnd === 0) {
    report("6.1.2", 0, "The first line is not %PDF-1.0 to %PDF-1.7.");
    return;
  }
  const next = 8 + lineEnd;
  const comment = bytes.subarray(next + 1, next + 5);
  if (bytes[next] !== 0x25 || comment.length < 4 || comment.some((byte) => byte <= 127)) {
    report("6.1.2", next, "The second line does not say that the file is not text.");
  }
}
