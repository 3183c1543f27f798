import type { Fault } from "#src/errors.ts";

/** A text, or where its bytes stop being one. */
export type Decoded = { text: string } | { fault: Fault };

/** A charset that this platform cannot read. */
export class UnknownCharset extends Error {}

const utf8Mark = [0xef, 0xbb, 0xbf];

/**
 * Reads bytes as text, strictly: a byte that does not belong to the charset is a fault with its place and is never
 * replaced. A byte order mark at the beginning is left out. `charset` is a label of the Encoding Standard (WHATWG).
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

/** A strict reader; null where bytes are not of the charset. With `more`, a character may end unfinished. */
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

/** The longest beginning that can be read ends before the fault; it is found by halving. */
function firstFault(bytes: Uint8Array, charset: string, read: Read): Fault {
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (read(bytes.subarray(0, middle), true) === null) bad = middle;
    else good = middle;
  }
  // An unfinished character at the end of the beginning belongs to the fault.
  let offset = good;
  while (offset > 0 && read(bytes.subarray(0, offset), false) === null) offset--;
  const before = read(bytes.subarray(0, offset), false) ?? "";
  const byte = bytes[offset]?.toString(16).toUpperCase().padStart(2, "0") ?? "";
  const detail = `the byte ${byte} at offset ${offset} is not ${charset.toUpperCase()}`;
  return { detail, ...placeAfter(before), offset };
}

/** The line and column, from 1 and in UTF-16 code units, of what follows a text. */
export function placeAfter(text: string): { line: number; column: number } {
  const lines = text.split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
