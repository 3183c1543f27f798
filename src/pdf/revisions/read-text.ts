import { Broken } from "./broken.ts";
import { type Cursor, isDelimiter, isSpace } from "./cursor.ts";

/** A name without its slash, with `#xx` resolved (ISO 32000-1, 7.3.5). */
export function takeName(cursor: Cursor): string {
  const { bytes } = cursor;
  if (cursor.at >= cursor.end || bytes[cursor.at] !== 0x2f) {
    throw new Broken("malformed", `A name is missing at byte ${cursor.at}.`);
  }
  const start = cursor.at + 1;
  let at = start;
  while (at < cursor.end && !isDelimiter(bytes[at])) at += 1;
  if (at - start > 255) throw new Broken("malformed", `The name at byte ${start} is too long.`);
  cursor.at = at;
  const name = wordAt(bytes, start, at);
  return name.includes("#") ? name.replace(/#([0-9A-Fa-f]{2})/g, fromHex) : name;
}

/** Words already read, by a hash of their letters: a file repeats a few names thousands of times. */
const known = new Map<number, string>();

function wordAt(bytes: Uint8Array, start: number, end: number): string {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + bytes[i]!) | 0;
  const word = known.get(hash);
  if (word !== undefined && isAt(bytes, start, end, word)) return word;
  let fresh = "";
  for (let i = start; i < end; i++) fresh += String.fromCharCode(bytes[i]!);
  if (known.size < 1000) known.set(hash, fresh);
  return fresh;
}

function isAt(bytes: Uint8Array, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false;
  for (let i = start; i < end; i++) if (word.charCodeAt(i - start) !== bytes[i]) return false;
  return true;
}

function fromHex(_: string, hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

export function takeHexString(cursor: Cursor): Uint8Array {
  const { bytes } = cursor;
  const start = cursor.at + 1;
  const close = bytes.indexOf(0x3e, start);
  if (close < 0 || close >= cursor.end) throw new Broken("malformed", "A string never ends.");
  const out = new Uint8Array((close - start + 1) >> 1);
  let digits = 0;
  for (let at = start; at < close; at++) {
    const digit = digitOf[bytes[at]!]!;
    if (digit < 0) {
      if (isSpace(bytes[at])) continue;
      throw new Broken("malformed", `No hexadecimal digit stands at byte ${at}.`);
    }
    out[digits >> 1]! |= digits % 2 === 0 ? digit << 4 : digit;
    digits += 1;
  }
  cursor.at = close + 1;
  return out.subarray(0, (digits + 1) >> 1);
}

/** The value of a hexadecimal digit, or -1. */
export function hexDigit(byte: number): number {
  return digitOf[byte] ?? -1;
}

const digitOf = Int8Array.from({ length: 256 }, (_, byte) => {
  return "0123456789abcdef".indexOf(String.fromCharCode(byte).toLowerCase());
});

/** A string in parentheses, with its escapes resolved (ISO 32000-1, 7.3.4.2). */
export function takeLiteralString(cursor: Cursor): Uint8Array {
  const { bytes, end } = cursor;
  const out: number[] = [];
  let open = 0;
  for (let at = cursor.at; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 0x5c) {
      const escaped = readEscape(bytes, at + 1);
      if (escaped.value !== null) out.push(escaped.value);
      at += escaped.length;
      continue;
    }
    if (byte === 0x28 && open++ === 0) continue;
    if (byte === 0x29 && --open === 0) {
      cursor.at = at + 1;
      return Uint8Array.from(out);
    }
    out.push(byte);
  }
  throw new Broken("malformed", "A string never ends.");
}

const escapes = new Map([..."nrtbf"].map((c, i) => [c.charCodeAt(0), [10, 13, 9, 8, 12][i]!]));

function readEscape(bytes: Uint8Array, at: number): { value: number | null; length: number } {
  const byte = bytes[at] ?? 0;
  if (byte === 0x0d && bytes[at + 1] === 0x0a) return { value: null, length: 2 };
  if (byte === 0x0d || byte === 0x0a) return { value: null, length: 1 };
  let value = 0;
  let length = 0;
  while (length < 3 && bytes[at + length]! >= 0x30 && bytes[at + length]! <= 0x37) {
    value = value * 8 + bytes[at + length]! - 0x30;
    length += 1;
  }
  if (length > 0) return { value: value & 0xff, length };
  return { value: escapes.get(byte) ?? byte, length: 1 };
}

/** Decodes a text string: UTF-16BE or UTF-8 with a mark, else Latin letters (7.9.2.2). */
export function decodeText(value: Uint8Array): string {
  if (value[0] === 0xfe && value[1] === 0xff) {
    return new TextDecoder("utf-16be").decode(value.subarray(2));
  }
  if (value[0] === 0xef && value[1] === 0xbb && value[2] === 0xbf) {
    return new TextDecoder().decode(value.subarray(3));
  }
  return new TextDecoder("latin1").decode(value);
}
