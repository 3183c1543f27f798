import { isLineEnd, startsWith } from "../../revisions/cursor.ts";
import type { PdfFile } from "../../revisions/read-file.ts";
import type { PdfValue } from "../../revisions/read-value.ts";
import { textOf } from "../../revisions/write-revision.ts";
import { checkValue } from "./check-value.ts";
import type { Report } from "./fault.ts";
import { afterDigits, lineEndAt } from "./scan.ts";

/** Checks the end of a revision: its cross-reference table (ISO 19005-2, 6.1.4), its trailer and `%%EOF` (6.1.3). */
export function checkSection(file: PdfFile, index: number, report: Report): void {
  const { table, trailer } = file.revisions[index]!;
  checkTable(file.bytes, table, report);
  checkValue(file.bytes, trailer, report);
  const id = trailer.entries.get("ID")?.value;
  if (!isIdentifier(id)) {
    report("6.1.3", trailer.start, "The trailer has no file identifier (ID).");
  } else if (index > 0 && firstPart(file, id) !== firstPart(file, idOf(file, 0))) {
    report("6.1.3", trailer.start, "The trailer names another file than the first one does.");
  }
  if (trailer.entries.has("Encrypt")) report("6.1.3", trailer.start, "The file is encrypted.");
  checkEnd(file, index, report);
}

/** `xref`, one end of line, and subsections that begin with two numbers one space apart. */
function checkTable(bytes: Uint8Array, table: number, report: Report): void {
  const lineEnd = lineEndAt(bytes, table + 4);
  let at = table + 4 + lineEnd;
  if (lineEnd === 0 || afterDigits(bytes, at) === at) {
    report("6.1.4", table, "One end of line does not separate xref from its first subsection.");
    return;
  }
  while (afterDigits(bytes, at) > at) {
    const space = afterDigits(bytes, at);
    const end = afterDigits(bytes, space + 1);
    const count = Number(textOf(bytes, { start: space + 1, end } as PdfValue));
    const next = end + lineEndAt(bytes, end);
    if (bytes[space] !== 0x20 || end === space + 1 || next === end) {
      report("6.1.4", at, "The head of a subsection is not two numbers one space apart.");
      return;
    }
    at = next + count * 20;
  }
}

function isIdentifier(id: PdfValue | undefined): id is Extract<PdfValue, { kind: "array" }> {
  return (
    id?.kind === "array" &&
    id.items.length === 2 &&
    id.items.every((part) => part.kind === "string" && part.value.length > 0)
  );
}

function idOf(file: PdfFile, index: number): PdfValue | undefined {
  return file.revisions[index]!.trailer.entries.get("ID")?.value;
}

function firstPart(file: PdfFile, id: PdfValue | undefined): string | null {
  return isIdentifier(id) ? textOf(file.bytes, id.items[0]!) : null;
}

/** `%%EOF` begins a line, with at most one end of line after it. */
function checkEnd({ bytes, revisions }: PdfFile, index: number, report: Report): void {
  const { end } = revisions[index]!;
  let mark = end;
  while (mark > end - 2 && isLineEnd(bytes[mark - 1])) mark -= 1;
  mark -= "%%EOF".length;
  const after = mark + 5;
  if (!startsWith(bytes, mark, "%%EOF") || after + lineEndAt(bytes, after) < end) {
    report("6.1.3", end, "Something follows the last %%EOF.");
  } else if (!isLineEnd(bytes[mark - 1])) {
    report("6.1.3", mark, "%%EOF does not begin a line.");
  }
  if (index === revisions.length - 1 && end < bytes.length) {
    report("6.1.3", end, "Something follows the last %%EOF.");
  }
}
