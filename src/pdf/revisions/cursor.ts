import { Broken } from "./broken.ts";

/** A reader's position in a file. `end` is the byte after the last it may read; `budget` the number of values left. */
export type Cursor = { bytes: Uint8Array; at: number; end: number; budget: number };

/** More values than the longest instrument has, and few enough to fit in 512 MB. */
const valuesPerFile = 3_000_000;

export function cursorAt(bytes: Uint8Array, at: number, end = bytes.length): Cursor {
  return { bytes, at, end, budget: valuesPerFile };
}

/** Skips white space and comments (ISO 32000-1, 7.2). */
export function skipSpace(cursor: Cursor): void {
  const { bytes, end } = cursor;
  while (cursor.at < end) {
    if (bytes[cursor.at] === 0x25) skipComment(cursor);
    else if (isSpace(bytes[cursor.at])) cursor.at += 1;
    else return;
  }
}

/** Skips only white space: there are no comments between our objects. */
export function skipBlank(cursor: Cursor): void {
  while (cursor.at < cursor.end && isSpace(cursor.bytes[cursor.at])) cursor.at += 1;
}

export function skipComment(cursor: Cursor): void {
  const { bytes, end } = cursor;
  while (cursor.at < end && !isLineEnd(bytes[cursor.at])) cursor.at += 1;
}

/** The class of each byte, as a table, because readers check every byte of a file. */
const spaces = tableOf([0x20, 0x0a, 0x0d, 0x09, 0x0c, 0]);
const delimiters = tableOf([..."()<>[]{}/%"].map((c) => c.charCodeAt(0)));

function tableOf(bytes: number[]): Uint8Array {
  const table = new Uint8Array(256);
  for (const byte of bytes) table[byte] = 1;
  return table;
}

export function isSpace(byte: number | undefined): boolean {
  return byte !== undefined && spaces[byte] === 1;
}

/** The bytes that end a name, a number or a word. */
export function isDelimiter(byte: number | undefined): boolean {
  return byte === undefined || spaces[byte] === 1 || delimiters[byte] === 1;
}

export function isLineEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d;
}

export function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (bytes[at + i] !== text.charCodeAt(i)) return false;
  }
  return true;
}

/** @throws Broken if something else is there */
export function expectToken(cursor: Cursor, token: string): void {
  const after = cursor.at + token.length;
  const whole = after <= cursor.end && startsWith(cursor.bytes, cursor.at, token);
  if (!whole || !(after === cursor.end || isDelimiter(cursor.bytes[after]))) {
    throw new Broken("malformed", `"${token}" is missing at byte ${cursor.at}.`);
  }
  cursor.at = after;
}

export function takeInteger(cursor: Cursor): number {
  const value = takeNumber(cursor);
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new Broken("malformed", `A whole number is missing before byte ${cursor.at}.`);
  }
  return value;
}

export function takeNumber(cursor: Cursor): number {
  const { bytes, at: start, end } = cursor;
  let at = start;
  let whole = 0;
  for (; at < end; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) break;
    whole = whole * 10 + digit;
  }
  // Nearly all numbers in a file are short integers.
  if (at > start && at - start <= 15 && (at >= end || isDelimiter(bytes[at]))) {
    cursor.at = at;
    return whole;
  }
  return takeOtherNumber(cursor);
}

function takeOtherNumber(cursor: Cursor): number {
  const { bytes, at: start } = cursor;
  let at = start;
  while (at < cursor.end && !isDelimiter(bytes[at])) at += 1;
  const text = at - start > 40 ? "" : String.fromCharCode(...bytes.subarray(start, at));
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text)) {
    throw new Broken("malformed", `What stands at byte ${start} is no value.`);
  }
  cursor.at = at;
  return Number(text);
}
