import { Broken } from "./broken.ts";
import {
  type Cursor,
  cursorAt,
  expectToken,
  skipBlank,
  startsWith,
  takeInteger,
} from "./cursor.ts";
import type { TableEntry } from "./read-section.ts";
import { type PdfValue, readValue } from "./read-value.ts";

export type PdfObject = {
  number: number;
  value: PdfValue;
  /** The position of the stream's bytes in the file. */
  stream: { start: number; end: number } | null;
  start: number;
  /** The byte after `endobj`. */
  end: number;
};

/** Resolves a stream's length from a separate object. */
export type LengthOf = (number: number) => number;

/**
 * Reads the indirect object that the index lists at `entry.offset` (ISO 32000-1, 7.3.10).
 *
 * @throws Broken
 */
export function readObject(
  bytes: Uint8Array,
  entry: TableEntry,
  lengthOf: LengthOf,
  cursor: Cursor = cursorAt(bytes, entry.offset),
): PdfObject {
  cursor.at = entry.offset;
  const number = takeInteger(cursor);
  skipBlank(cursor);
  const generation = takeInteger(cursor);
  skipBlank(cursor);
  expectToken(cursor, "obj");
  if (number !== entry.number || generation !== 0) {
    throw new Broken("malformed", `The index says object ${entry.number} where ${number} stands.`);
  }
  const value = readValue(cursor);
  skipBlank(cursor);
  const stream = startsWith(bytes, cursor.at, "stream")
    ? takeStream(cursor, value, lengthOf)
    : null;
  skipBlank(cursor);
  expectToken(cursor, "endobj");
  return { number, value, stream, start: entry.offset, end: cursor.at };
}

function takeStream(cursor: Cursor, value: PdfValue, lengthOf: LengthOf): PdfObject["stream"] {
  if (value.kind !== "dictionary") throw new Broken("malformed", "A stream has no dictionary.");
  const { bytes } = cursor;
  cursor.at += "stream".length;
  if (bytes[cursor.at] === 0x0d) cursor.at += 1;
  if (bytes[cursor.at] !== 0x0a) throw new Broken("malformed", "A stream begins wrongly.");
  const start = cursor.at + 1;
  const length = value.entries.get("Length")?.value;
  let end = -1;
  if (length?.kind === "number") end = start + length.value;
  if (length?.kind === "reference") end = start + lengthOf(length.number);
  if (!Number.isSafeInteger(end) || end < start || end > cursor.end) {
    throw new Broken("malformed", "A stream has no true length.");
  }
  cursor.at = end;
  skipLineEnd(cursor);
  expectToken(cursor, "endstream");
  return { start, end };
}

function skipLineEnd(cursor: Cursor): void {
  if (cursor.bytes[cursor.at] === 0x0d) cursor.at += 1;
  if (cursor.bytes[cursor.at] === 0x0a) cursor.at += 1;
}
