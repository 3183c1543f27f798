import { oids } from "../cms/oids.ts";
import { readExtensions } from "../cms/read-certificate.ts";
import { type Der, NotDer, readDer } from "../cms/read-der.ts";
import { readTime } from "../cms/read-time.ts";
import { UnusableList } from "./unusable-list.ts";

/** One entry of a list: when the certificate was revoked and why (RFC 5280, 5.3). */
export type Revocation = {
  at: Date;
  /** CRLReason (RFC 5280, 5.3.1); null if the entry gives none. */
  reason: number | null;
  /** Since when the key is known or suspected to be compromised. */
  invalidSince: Date | null;
};

/**
 * Reads the entries of a list once, from the first byte to the last, and allocates nothing for them: a list of a
 * million serial numbers takes no more memory than its bytes. Returns the number of entries.
 *
 * @throws UnusableList, and NotDer if the entries have another form
 */
export function checkEntries(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; count++) {
    const entry = headerAt(bytes, at, bytes.length, 0x30);
    const serial = headerAt(bytes, entry.start, entry.end, 0x02);
    if (serial.start === serial.end) throw new NotDer("An entry has no serial number.");
    const tag = bytes[serial.end] ?? 0;
    const time = headerAt(bytes, serial.end, entry.end, tag);
    if (!isPlainTime(bytes, tag, time)) readTime(derAt(bytes, serial.end, time));
    if (time.end < entry.end && !isPlainReason(bytes, time.end, entry.end)) {
      readDetails(bytes.subarray(time.end, entry.end));
    }
    at = entry.end;
  }
  return count;
}

/** The entry of a serial number (the content of its INTEGER), or null. Call `checkEntries` first. */
export function findEntry(bytes: Uint8Array, serial: Uint8Array): Revocation | null {
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at + 1]!;
    const start = first < 0x80 ? at + 2 : at + 2 + (first - 0x80);
    const end = first < 0x80 ? start + first : headerAt(bytes, at, bytes.length, 0x30).end;
    if (bytes[start + 1] === serial.length && isAt(bytes, start + 2, serial)) {
      return readEntry(bytes, start + 2 + serial.length, end);
    }
    at = end;
  }
  return null;
}

function isAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  // From the end: serial numbers of one authority often begin alike.
  for (let i = wanted.length - 1; i >= 0; i--) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

function readEntry(bytes: Uint8Array, from: number, end: number): Revocation {
  const time = headerAt(bytes, from, end, bytes[from]!);
  const at = readTime(derAt(bytes, from, time));
  const details = time.end < end ? readDetails(bytes.subarray(time.end, end)) : nothing;
  return { at, ...details };
}

const nothing = { reason: null, invalidSince: null };

/**
 * An unknown critical extension makes the whole list useless (RFC 5280, 5.3), and so does an entry for another
 * authority.
 */
function readDetails(der: Uint8Array): Omit<Revocation, "at"> {
  const found: Omit<Revocation, "at"> = { ...nothing };
  for (const [id, { critical, value }] of readExtensions(der)) {
    if (id === oids.reasonCode) found.reason = readReason(readDer(value));
    else if (id === oids.invalidityDate) found.invalidSince = readTime(readDer(value));
    else if (id === oids.certificateIssuer) {
      throw new UnusableList("is an indirect list: it speaks of other authorities' certificates");
    } else if (critical) {
      throw new UnusableList(`has an entry with a critical extension that is unknown here (${id})`);
    }
  }
  return found;
}

/** RFC 5280, 5.3.1: 7 is not used, and 8 occurs only in delta lists. */
function readReason({ tag, content }: Der): number {
  const [reason = 255] = content;
  if (tag !== 0x0a || content.length !== 1 || reason > 10 || reason === 7) {
    throw new NotDer("A reason for a revocation is unknown.");
  }
  if (reason === 8) throw new UnusableList("takes entries back, which only a delta list may");
  return reason;
}

type Header = { start: number; end: number };

/** Tag and length of an element that must end by `limit` (X.690, 10.1: the shortest form). */
function headerAt(bytes: Uint8Array, at: number, limit: number, tag: number): Header {
  if (at + 2 > limit || bytes[at] !== tag) throw new NotDer("An entry is not written as one.");
  const first = bytes[at + 1]!;
  let start = at + 2;
  let length = first;
  if (first >= 0x80) {
    const count = first - 0x80;
    if (count < 1 || count > 3) throw new NotDer("A length is not definite.");
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[start + i] ?? 0);
    if (length < 0x80 || length < 256 ** (count - 1)) throw new NotDer("A length is too long.");
    start += count;
  }
  if (start + length > limit) throw new NotDer("An entry is cut off.");
  return { start, end: start + length };
}

function derAt(bytes: Uint8Array, at: number, { start, end }: Header): Der {
  return {
    tag: bytes[at]!,
    content: bytes.subarray(start, end),
    whole: bytes.subarray(at, end),
  };
}

/** `YYMMDDhhmmssZ` up to the 28th of a month, as in nearly all entries; others are parsed in full. */
function isPlainTime(bytes: Uint8Array, tag: number, { start, end }: Header): boolean {
  if (tag !== 0x17 || end - start !== 13 || bytes[end - 1] !== 0x5a) return false;
  for (let i = start; i < end - 1; i++) if (bytes[i]! < 0x30 || bytes[i]! > 0x39) return false;
  const two = (at: number) => (bytes[start + at]! - 0x30) * 10 + bytes[start + at + 1]! - 0x30;
  const month = two(2);
  const day = two(4);
  return (
    month >= 1 && month <= 12 && day >= 1 && day <= 28 && two(6) < 24 && two(8) < 60 && two(10) < 60
  );
}

/** SEQUENCE of one extension reasonCode, not critical. */
const plainReason = Uint8Array.of(0x30, 0x0c, 0x30, 0x0a, 6, 3, 0x55, 0x1d, 0x15, 4, 3, 0x0a, 1);

/** The form in which nearly all entries give their reason. */
function isPlainReason(bytes: Uint8Array, at: number, end: number): boolean {
  const reason = bytes[end - 1]!;
  return end - at === 14 && isAt(bytes, at, plainReason) && reason <= 6;
}
