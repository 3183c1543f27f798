import type { Fault } from "#src/errors.ts";

/** A text, or the place of the first invalid byte. */
export type Decoded = { text: string } | { fault: Fault };

/** This platform cannot read the charset. */
export class UnknownCharset extends Error {}

const utf8Mark = [0xef, 0xbb, 0xbf];

/**
 * Decodes bytes as text, strictly: a byte that is invalid in the charset is a fault with its place and is never
 * replaced. Drops a byte order mark at the beginning. `charset` is a label of the Encoding Standard (WHATWG).
 * @throws UnknownCharset if the platform has no strict decoder for the charset
 */
export function decodeText(bytes: Uint8Array, charset = "utf-8"): Decoded {
  const read = decoderOf(charset);
  const marked = utf8Mark.every((byte, at) => bytes[at] === byte);
  if (marked && read(new Uint8Array(utf8Mark), false) !== "") {
    const detail = `begins with the byte order mark of UTF-8, and is said to be ${charset}`;
    return { fault: { detail, line: 1, column: 1, offset: 0 } };
  }
  const text = read(bytes, false);
  return text === null ? { fault: firstFault(bytes, charset, read) } : { text };
}

type Read = (bytes: Uint8Array, more: boolean) => string | null;

/** A strict decoder; gives null for bytes invalid in the charset. With `more`, the last character may be incomplete. */
function decoderOf(charset: string): Read {
  const open = () => new TextDecoder(charset, { fatal: true });
  try {
    open();
  } catch {
    throw new UnknownCharset(charset);
  }
  return (bytes, more) => {
    try {
      return open().decode(bytes, { stream: more });
    } catch {
      return null;
    }
  };
}

/** The fault comes after the longest readable prefix, found by bisection. */
function firstFault(bytes: Uint8Array, charset: string, read: Read): Fault {
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (read(bytes.subarray(0, middle), true) === null) bad = middle;
    else good = middle;
  }
  // An incomplete character at the end of the prefix belongs to the fault.
  let offset = good;
  while (offset > 0 && read(bytes.subarray(0, offset), false) === null) offset--;
  const before = read(bytes.subarray(0, offset), false) ?? "";
  const byte = bytes[offset]?.toString(16).toUpperCase().padStart(2, "0") ?? "";
  const detail = `the byte ${byte} at offset ${offset} is not ${charset.toUpperCase()}`;
  return { detail, ...placeAfter(before), offset };
}

/** The line and column, from 1 and in UTF-16 code units, just after a text. */
export function placeAfter(text: string): { line: number; column: number } {
  const lines = text.split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
