import { Broken } from "./broken.ts";
import { cursorAt, skipBlank, skipComment, startsWith } from "./cursor.ts";
import { type PdfObject, readObject } from "./read-object.ts";
import { readSection, type Section, type TableEntry } from "./read-section.ts";

/** One saved state of the file: its bytes run from `start` to `end`, after the earlier revisions. */
export type Revision = Section & { start: number; objects: Map<number, TableEntry> };

/** A file as a stack of revisions, the first of which is the original. */
export type PdfFile = { bytes: Uint8Array; revisions: Revision[] };

/**
 * Reads the revisions of a file and proves that every byte belongs to one: header, objects, index and trailer follow
 * one another with only white space between them. Nothing can hide in a gap.
 *
 * @throws Broken
 */
export function readFile(bytes: Uint8Array): PdfFile {
  if (!startsWith(bytes, 0, "%PDF-")) throw new Broken("malformed", "This is not a PDF.");
  const sections: Section[] = [];
  for (let table: number | null = lastTable(bytes); table !== null; ) {
    const section = readSection(bytes, table);
    sections.unshift(section);
    table = previousTable(section);
    if (sections.length > 400) throw new Broken("too-complex", "There are over 400 revisions.");
  }
  if (sections.at(-1)?.end !== bytes.length) {
    throw new Broken("malformed", "Bytes stand after the end of the file.");
  }
  const file: PdfFile = { bytes, revisions: [] };
  for (const section of sections) addRevision(file, section);
  return file;
}

/**
 * The file with one more revision, which begins where the old bytes end. The caller must not have changed those.
 *
 * @throws Broken
 */
export function extendFile(file: PdfFile, bytes: Uint8Array): PdfFile {
  const extended: PdfFile = { bytes, revisions: [...file.revisions] };
  const section = readSection(bytes, lastTable(bytes));
  if (previousTable(section) !== file.revisions.at(-1)!.table || section.end !== bytes.length) {
    throw new Broken("malformed", "The new revision does not follow the last.");
  }
  addRevision(extended, section);
  return extended;
}

/** The newest definition of an object, or its definition at the end of revision `upTo`. */
export function findObject(
  file: PdfFile,
  number: number,
  upTo = file.revisions.length - 1,
): PdfObject | null {
  for (let i = upTo; i >= 0; i--) {
    const entry = file.revisions[i]!.objects.get(number);
    if (entry) return readObject(file.bytes, entry, (length) => lengthIn(file, length));
  }
  return null;
}

function lastTable(bytes: Uint8Array): number {
  const tail = new TextDecoder("latin1").decode(bytes.subarray(-64));
  const match = /startxref[\r\n ]+(\d{1,10})[\r\n ]+%%EOF\r?\n?$/.exec(tail);
  if (!match) throw new Broken("malformed", "The end of the file is missing.");
  return Number(match[1]);
}

function previousTable({ table, trailer }: Section): number | null {
  const previous = trailer.entries.get("Prev")?.value;
  if (!previous) return null;
  // Each revision must be before the next, so a chain that turns back is refused and the loop always ends.
  if (previous.kind !== "number" || !Number.isSafeInteger(previous.value) || previous.value < 0) {
    throw new Broken("malformed", "The earlier revision cannot be found.");
  }
  if (previous.value >= table) throw new Broken("malformed", "The revisions run in a circle.");
  return previous.value;
}

function addRevision(file: PdfFile, section: Section): void {
  const start = file.revisions.at(-1)?.end ?? 0;
  const objects = new Map(section.entries.map((entry) => [entry.number, entry]));
  if (objects.size !== section.entries.length) {
    throw new Broken("malformed", "The index names an object twice.");
  }
  file.revisions.push({ ...section, start, objects });
  expectNoGaps(file, file.revisions.at(-1)!);
}

function expectNoGaps(file: PdfFile, revision: Revision): void {
  const cursor = cursorAt(file.bytes, revision.start, revision.table);
  if (revision.start === 0) skipHeader(cursor);
  for (const entry of [...revision.entries].sort((a, b) => a.offset - b.offset)) {
    skipBlank(cursor);
    if (cursor.at !== entry.offset) {
      throw new Broken("malformed", `Something that no index names stands at byte ${cursor.at}.`);
    }
    readObject(file.bytes, entry, (length) => lengthIn(file, length), cursor);
  }
  skipBlank(cursor);
  if (cursor.at !== revision.table) {
    throw new Broken("malformed", `Something that no index names stands at byte ${cursor.at}.`);
  }
}

/** The version line, and the line of four high bytes that marks the file as binary. */
function skipHeader(cursor: ReturnType<typeof cursorAt>): void {
  skipComment(cursor);
  skipBlank(cursor);
  if (cursor.bytes[cursor.at] === 0x25) skipComment(cursor);
}

/** The length of a stream from a separate object; a number is short, whatever else is not. */
function lengthIn(file: PdfFile, number: number): number {
  for (let i = file.revisions.length - 1; i >= 0; i--) {
    const entry = file.revisions[i]!.objects.get(number);
    if (!entry) continue;
    const cursor = cursorAt(
      file.bytes,
      entry.offset,
      Math.min(entry.offset + 64, file.bytes.length),
    );
    const { value } = readObject(file.bytes, entry, () => -1, cursor);
    return value.kind === "number" ? value.value : -1;
  }
  return -1;
}
