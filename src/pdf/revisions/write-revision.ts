import { concat } from "./concat.ts";
import { isLineEnd } from "./cursor.ts";
import type { PdfFile, Revision } from "./read-file.ts";
import type { PdfValue } from "./read-value.ts";

/** An object's number and everything between `obj` and `endobj`. */
export type NewObject = { number: number; body: Uint8Array };

/**
 * Appends one revision (ISO 32000-1, 7.5.6): objects, a classic cross-reference section and a trailer that repeats the
 * last one. The old bytes are a prefix of the result. Also returns where each body begins.
 *
 * Files end with a line feed. Originals made until 28 November 2026 end with `%%EOF` alone: the revision above one
 * begins with the missing line end (ISO 19005-2, 6.1.9), as CR LF, which shows a reader to whom these bytes belong
 * ([ADR 0054](docs/adr/0054-archival-structure.md)).
 */
export function writeRevision(
  file: PdfFile,
  objects: NewObject[],
): { bytes: Uint8Array; bodies: Map<number, number> } {
  const last = file.revisions.at(-1)!;
  const parts: Uint8Array[] = [file.bytes];
  let at = file.bytes.length;
  const write = (part: Uint8Array) => {
    parts.push(part);
    at += part.length;
  };
  if (!isLineEnd(file.bytes.at(-1))) write(latin("\r\n"));
  const offsets = new Map<number, number>();
  const bodies = new Map<number, number>();
  for (const { number, body } of objects) {
    offsets.set(number, at);
    write(latin(`${number} 0 obj\n`));
    bodies.set(number, at);
    write(body);
    write(latin("\nendobj\n"));
  }
  const table = at;
  const size = Math.max(sizeOf(file), ...objects.map((object) => object.number + 1));
  const keys = ["Root", "Info", "ID"].flatMap((key) => {
    const entry = last.trailer.entries.get(key);
    return entry ? [`/${key} ${textOf(file.bytes, entry.value)}`] : [];
  });
  write(latin(`xref\n${subsections(objects, offsets)}`));
  write(latin(`trailer\n<< /Size ${size} ${keys.join(" ")} /Prev ${last.table} >>\n`));
  write(latin(`startxref\n${table}\n%%EOF\n`));
  return { bytes: concat(parts), bodies };
}

/** The number of the next new object. */
export function sizeOf(file: PdfFile): number {
  return sizeIn(file.revisions.at(-1)!);
}

export function sizeIn(revision: Revision): number {
  const size = revision.trailer.entries.get("Size")?.value;
  return size?.kind === "number" ? size.value : 0;
}

export function textOf(bytes: Uint8Array, value: PdfValue): string {
  return new TextDecoder("latin1").decode(bytes.subarray(value.start, value.end));
}

export function latin(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "latin1"));
}

function subsections(objects: NewObject[], offsets: Map<number, number>): string {
  const sorted = [...objects].sort((a, b) => a.number - b.number);
  const runs: NewObject[][] = [];
  for (const object of sorted) {
    const run = runs.at(-1);
    if (run && run.at(-1)!.number + 1 === object.number) run.push(object);
    else runs.push([object]);
  }
  const line = ({ number }: NewObject) =>
    `${String(offsets.get(number)).padStart(10, "0")} 00000 n \n`;
  return runs.map((run) => `${run[0]!.number} ${run.length}\n${run.map(line).join("")}`).join("");
}
