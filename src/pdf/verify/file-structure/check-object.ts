import { isLineEnd, isSpace, startsWith } from "../../revisions/cursor.ts";
import { findObject, type PdfFile } from "../../revisions/read-file.ts";
import type { PdfObject } from "../../revisions/read-object.ts";
import type { TableEntry } from "../../revisions/read-section.ts";
import { checkStreamDictionary, checkValue } from "./check-value.ts";
import type { Report } from "./fault.ts";
import { afterDigits, lineEndAt } from "./scan.ts";

/** Checks one indirect object: its place among the others (ISO 19005-2, 6.1.9), its stream and its values. */
export function checkObject(
  file: PdfFile,
  entry: TableEntry,
  revision: number,
  report: Report,
): void {
  const object = findObject(file, entry.number, revision)!;
  checkPlace(file.bytes, object, report);
  if (object.stream) {
    checkStream(file.bytes, object.stream, report);
    if (object.value.kind === "dictionary") {
      checkStreamDictionary(file, object.value, revision, report);
    }
  }
  checkValue(file.bytes, object.value, report);
}

/** `n g obj` on a line of its own with single white spaces, `endobj` on another. */
function checkPlace(bytes: Uint8Array, { number, start, end }: PdfObject, report: Report): void {
  const fault = (at: number, detail: string) => report("6.1.9", at, `Object ${number}: ${detail}`);
  if (!isLineEnd(bytes[start - 1])) fault(start, "no end of line stands before its number.");
  const generation = afterDigits(bytes, start) + 1;
  const word = afterDigits(bytes, generation) + 1;
  const single =
    isSpace(bytes[generation - 1]) && isSpace(bytes[word - 1]) && startsWith(bytes, word, "obj");
  if (!single) fault(start, "its number, generation and obj are not one white space apart.");
  else if (lineEndAt(bytes, word + 3) === 0) fault(word, "no end of line follows obj.");
  const last = end - "endobj".length;
  if (!isLineEnd(bytes[last - 1])) fault(last, "no end of line stands before endobj.");
  if (lineEndAt(bytes, end) === 0) fault(last, "no end of line follows endobj.");
}

/** `endstream` needs an end of line before it, which `Length` does not count (6.1.7.1). */
function checkStream(
  bytes: Uint8Array,
  { start, end }: { start: number; end: number },
  report: Report,
): void {
  if (bytes[start - 1] !== 0x0a) report("6.1.7.1", start, "No end of line follows stream.");
  const lineEnd = lineEndAt(bytes, end);
  if (lineEnd === 0 || !startsWith(bytes, end + lineEnd, "endstream")) {
    report("6.1.7.1", end, "No end of line of its own stands before endstream.");
  }
}
