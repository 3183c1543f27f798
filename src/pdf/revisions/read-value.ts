import { Broken } from "./broken.ts";
import { type Cursor, expectToken, skipSpace, takeNumber } from "./cursor.ts";
import { takeHexString, takeLiteralString, takeName } from "./read-text.ts";

/** A value's position: the first byte and the byte after the last. */
type Span = { start: number; end: number };

export type PdfValue = Span &
  (
    | { kind: "null" }
    | { kind: "boolean"; value: boolean }
    | { kind: "number"; value: number }
    | { kind: "name"; value: string }
    | { kind: "string"; value: Uint8Array; hex: boolean }
    | { kind: "reference"; number: number }
    | { kind: "array"; items: PdfValue[] }
    | { kind: "dictionary"; entries: Map<string, Entry> }
  );

/** `start` is the position of the key, before its value. */
export type Entry = { start: number; value: PdfValue };

export type Dictionary = Extract<PdfValue, { kind: "dictionary" }>;

/**
 * Reads one value (ISO 32000-1, 7.3) and leaves the cursor after it. Stricter than the standard where laxity hides
 * content: a key may occur only once, and nesting ends at 64.
 *
 * @throws Broken
 */
export function readValue(cursor: Cursor, depth = 0): PdfValue {
  if (depth > 64) throw new Broken("too-complex", "Values are nested more than 64 deep.");
  if (--cursor.budget < 0) throw new Broken("too-complex", "The file holds too many values.");
  skipSpace(cursor);
  const { bytes, at: start } = cursor;
  if (start >= cursor.end) throw new Broken("malformed", "A value never ends.");
  switch (bytes[start]) {
    case 0x2f:
      return { kind: "name", value: takeName(cursor), start, end: cursor.at };
    case 0x28:
      return {
        kind: "string",
        hex: false,
        value: takeLiteralString(cursor),
        start,
        end: cursor.at,
      };
    case 0x3c:
      if (bytes[start + 1] === 0x3c) return readDictionary(cursor, depth);
      return { kind: "string", hex: true, value: takeHexString(cursor), start, end: cursor.at };
    case 0x5b:
      return readArray(cursor, depth);
    case 0x74:
      return readWord(cursor, "true", { kind: "boolean", value: true });
    case 0x66:
      return readWord(cursor, "false", { kind: "boolean", value: false });
    case 0x6e:
      return readWord(cursor, "null", { kind: "null" });
    default:
      return readNumber(cursor);
  }
}

function readDictionary(cursor: Cursor, depth: number): Dictionary {
  const start = cursor.at;
  const entries = new Map<string, Entry>();
  cursor.at += 2;
  for (;;) {
    skipSpace(cursor);
    const key = cursor.at;
    if (cursor.bytes[key] === 0x3e && cursor.bytes[key + 1] === 0x3e) break;
    const name = takeName(cursor);
    if (entries.has(name)) throw new Broken("malformed", `A dictionary says /${name} twice.`);
    entries.set(name, { start: key, value: readValue(cursor, depth + 1) });
  }
  cursor.at += 2;
  return { kind: "dictionary", entries, start, end: cursor.at };
}

function readArray(cursor: Cursor, depth: number): PdfValue {
  const start = cursor.at;
  const items: PdfValue[] = [];
  cursor.at += 1;
  for (;;) {
    skipSpace(cursor);
    if (cursor.bytes[cursor.at] === 0x5d) break;
    items.push(readValue(cursor, depth + 1));
  }
  cursor.at += 1;
  return { kind: "array", items, start, end: cursor.at };
}

type Word = { kind: "null" } | { kind: "boolean"; value: boolean };

function readWord(cursor: Cursor, word: string, value: Word): PdfValue {
  const start = cursor.at;
  expectToken(cursor, word);
  return { ...value, start, end: cursor.at };
}

/** A number, or a reference if `generation R` follows. */
function readNumber(cursor: Cursor): PdfValue {
  const start = cursor.at;
  const value = takeNumber(cursor);
  const end = cursor.at;
  if (Number.isSafeInteger(value) && value > 0) {
    const generation = takeReferenceTail(cursor);
    // Our files never reuse numbers; for other files readers disagree on what such a reference means.
    if (generation) throw new Broken("malformed", `A deleted object is named at byte ${start}.`);
    if (generation === 0) return { kind: "reference", number: value, start, end: cursor.at };
  }
  cursor.at = end;
  return { kind: "number", value, start, end };
}

function takeReferenceTail(cursor: Cursor): number | null {
  skipSpace(cursor);
  let generation = 0;
  let digits = 0;
  for (; digits < 6; digits++) {
    const digit = (cursor.bytes[cursor.at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) break;
    generation = generation * 10 + digit;
    cursor.at += 1;
  }
  const after = cursor.at;
  skipSpace(cursor);
  const isReference = digits > 0 && cursor.at > after && cursor.bytes[cursor.at] === 0x52;
  if (isReference) cursor.at += 1;
  return isReference ? generation : null;
}
