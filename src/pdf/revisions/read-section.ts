import { Broken } from "./broken.ts";
import {
  type Cursor,
  cursorAt,
  expectToken,
  isLineEnd,
  skipBlank,
  startsWith,
  takeInteger,
} from "./cursor.ts";
import { type Dictionary, readValue } from "./read-value.ts";

export type TableEntry = { number: number; offset: number };

/** The end of a revision: cross-reference table, trailer and `%%EOF` with its end of line. */
export type Section = {
  /** The position of the word `xref`. */
  table: number;
  /** The byte after the revision's last. */
  end: number;
  entries: TableEntry[];
  /** Numbers that the table lists as free. */
  free: number[];
  trailer: Dictionary;
};

/**
 * Reads a classic cross-reference section (ISO 32000-1, 7.5.4 and 7.5.5).
 *
 * @throws Broken for anything else, including cross-reference streams, which we do not write
 */
export function readSection(bytes: Uint8Array, table: number): Section {
  const cursor = cursorAt(bytes, table);
  if (!startsWith(bytes, table, "xref")) {
    throw new Broken("malformed", "Its index is of a kind that the depositary never writes.");
  }
  expectToken(cursor, "xref");
  const entries: TableEntry[] = [];
  const free: number[] = [];
  skipBlank(cursor);
  while (cursor.bytes[cursor.at] !== 0x74) {
    readSubsection(cursor, entries, free);
    skipBlank(cursor);
  }
  expectToken(cursor, "trailer");
  const trailer = readValue(cursor);
  if (trailer.kind !== "dictionary") throw new Broken("malformed", "A trailer is missing.");
  if (trailer.entries.has("Encrypt")) throw new Broken("encrypted", "The file is encrypted.");
  if (trailer.entries.has("XRefStm"))
    throw new Broken("malformed", "A second, hidden index exists.");
  skipBlank(cursor);
  expectToken(cursor, "startxref");
  skipBlank(cursor);
  if (takeInteger(cursor) !== table)
    throw new Broken("malformed", "A revision names another index.");
  skipBlank(cursor);
  const isOriginal = !trailer.entries.has("Prev");
  return { table, end: endOfRevision(cursor, isOriginal), entries, free, trailer };
}

function readSubsection(cursor: Cursor, entries: TableEntry[], free: number[]): void {
  const first = takeInteger(cursor);
  skipBlank(cursor);
  const count = takeInteger(cursor);
  skipBlank(cursor);
  for (let i = 0; i < count; i++) {
    const { bytes, at } = cursor;
    const offset = digitsAt(bytes, at, 10);
    const generation = digitsAt(bytes, at + 11, 5);
    const state = bytes[at + 17];
    if (offset < 0 || generation < 0 || !isRow(bytes, at)) {
      throw new Broken("malformed", `The index is broken at byte ${at}.`);
    }
    if (state === freeRow) free.push(first + i);
    else if (generation === 0) entries.push({ number: first + i, offset });
    else throw new Broken("malformed", "An object was deleted and its number given to another.");
    cursor.at += 20;
  }
}

const [usedRow, freeRow] = [0x6e, 0x66];

/** `nnnnnnnnnn ggggg n` with its end of line, twenty bytes; other code reads the digits. */
function isRow(bytes: Uint8Array, at: number): boolean {
  const [state, first, second] = [bytes[at + 17], bytes[at + 18], bytes[at + 19]];
  return (
    bytes[at + 10] === 0x20 &&
    bytes[at + 16] === 0x20 &&
    (state === usedRow || state === freeRow) &&
    (first === 0x20 || first === 0x0d) &&
    (second === 0x0d || second === 0x0a)
  );
}

/** The number that `count` digits make, or -1 if one of them is not a digit. */
function digitsAt(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = (bytes[i] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * The line end after `%%EOF` belongs to the revision, with one exception: CR LF between an original and its first
 * addition belongs to the addition (see `writeRevision`), so that the digest of the original stays the same.
 */
function endOfRevision(cursor: Cursor, isOriginal: boolean): number {
  expectEnd(cursor);
  const { bytes, at } = cursor;
  const isCrLf = bytes[at] === 0x0d && bytes[at + 1] === 0x0a;
  if (isCrLf) return isOriginal && at + 2 < bytes.length ? at : at + 2;
  return isLineEnd(bytes[at]) ? at + 1 : at;
}

/** `%%EOF` is a comment, so it needs no delimiter after it. */
function expectEnd(cursor: Cursor): void {
  const mark = String.fromCharCode(...cursor.bytes.subarray(cursor.at, cursor.at + 5));
  if (mark !== "%%EOF") throw new Broken("malformed", `"%%EOF" is missing at byte ${cursor.at}.`);
  cursor.at += 5;
}
