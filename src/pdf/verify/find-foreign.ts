import { concat } from "../revisions/concat.ts";
import { cursorAt, isSpace } from "../revisions/cursor.ts";
import { decodeText } from "../revisions/read-text.ts";
import { type Dictionary, readValue } from "../revisions/read-value.ts";
import { isName } from "../revisions/signature-fields.ts";
import { blankAttachments } from "./blank-attachments.ts";
import type { SignatureReport, TimestampReport } from "./conclude.ts";
import { isoOf, readDate } from "./read-date.ts";
import { type ForeignCms, readForeignCms } from "./read-foreign-cms.ts";

/** The most signatures that are described, and the most bytes hashed for them. */
const maxDescribed = 100;
const maxBytesToDigest = 1_000_000_000;
/** How often a file may mention a signature's range: each time may cost a search around it. */
const maxMentions = 1000;
/** How far before its range a signature dictionary may begin, and how far after it may end. */
const reach = 500_000;
/** The most bytes to read for dictionaries. */
const maxBytesToRead = 50_000_000;

type Foreign = {
  ranges: number[];
  cms: Uint8Array;
  dictionary: Dictionary | null;
  isTimestamp: boolean;
};

/**
 * The signatures of a file that is not ours, as far as they can be read without trusting its structure; null if it
 * mentions too many to check each.
 */
export function describeForeign(
  bytes: Uint8Array,
): { signatures: SignatureReport[]; timestamps: TimestampReport[] } | null {
  const found = findForeign(bytes);
  if (!found) return null;
  let effort = 0;
  const all = found.map((one) => {
    effort += one.ranges.reduce((sum, n, i) => sum + (i % 2 ? n : 0), 0);
    return { ...one, ...(effort > maxBytesToDigest ? unread : readOne(bytes, one)) };
  });
  const common = ({ ranges, signer, algorithm, digestOk }: (typeof all)[number]) => ({
    field: "",
    coversRevision: null,
    coversFile: coversFile(bytes, ranges),
    digestOk,
    subject: nameOf(signer?.subject),
    issuer: nameOf(signer?.issuer),
    algorithm,
    trusted: false,
  });
  const signatures = all
    .filter(({ isTimestamp }) => !isTimestamp)
    .map(
      (one): SignatureReport => ({
        ...common(one),
        name: textIn(one.dictionary, "Name"),
        reason: textIn(one.dictionary, "Reason"),
        at: readDate(textIn(one.dictionary, "M"))?.toISOString() ?? null,
        provenAt: null,
        level: null,
        attested: false,
        revocation: null,
        cmsOk: one.keyOk === true,
        log: null,
      }),
    );
  const timestamps = all
    .filter(({ isTimestamp }) => isTimestamp)
    .map(
      (one): TimestampReport => ({
        ...common(one),
        at: null,
        until: isoOf(one.signer?.validToDate),
      }),
    );
  return { signatures, timestamps };
}

const unread: ForeignCms = { digestOk: null, keyOk: null, signer: null, algorithm: "" };

function readOne(bytes: Uint8Array, { ranges, cms }: Foreign): ForeignCms {
  const parts: Uint8Array[] = [];
  for (let i = 0; i + 1 < ranges.length; i += 2) {
    const [start = 0, length = 0] = ranges.slice(i, i + 2);
    if (start + length > bytes.length) return { ...unread, digestOk: false };
    parts.push(bytes.subarray(start, start + length));
  }
  try {
    return readForeignCms(cms, concat(parts));
  } catch {
    // Hostile bytes make parsers fail in many ways, and each means the same: nothing can be said.
    return unread;
  }
}

/** Whether a range covers the first byte to the last, except white space after the end and one string's place. */
function coversFile(bytes: Uint8Array, [start, first = 0, second = 0, length = 0, more]: number[]) {
  const gap = Buffer.from(bytes.subarray(first, second)).toString("latin1");
  return (
    start === 0 &&
    more === undefined &&
    /^<[0-9A-Fa-f\s]+>$/.test(gap) &&
    bytes.subarray(second + length).every((byte) => isSpace(byte))
  );
}

function findForeign(bytes: Uint8Array): Foreign[] | null {
  const own = blankAttachments(bytes);
  const buffer = Buffer.from(own.buffer, own.byteOffset, own.length);
  const found = new Map<string, Foreign>();
  const reading = { left: maxBytesToRead };
  let at = buffer.indexOf("/ByteRange");
  for (let mentions = 1; at >= 0 && found.size < maxDescribed; mentions++) {
    if (mentions > maxMentions || reading.left < 0) return null;
    const one = readForeign(buffer, at, reading);
    if (one) found.set(one.ranges.join(), one);
    at = buffer.indexOf("/ByteRange", at + 1);
  }
  return [...found.values()].sort((a, b) => (a.ranges.at(-2) ?? 0) - (b.ranges.at(-2) ?? 0));
}

/** A range with a signature beside it; null for one that waits for its signature, or for mere text. */
function readForeign(buffer: Buffer, at: number, reading: { left: number }): Foreign | null {
  const dictionary = dictionaryAround(buffer, at, reading);
  const listed = dictionary?.entries.get("ByteRange")?.value;
  const ranges =
    listed?.kind === "array"
      ? listed.items.map((item) => (item.kind === "number" ? item.value : -1))
      : numbersAfter(buffer, at);
  const whole = ranges.length >= 4 && ranges.every((n) => Number.isSafeInteger(n) && n >= 0);
  if (!whole || ranges.length % 2 === 1 || ranges[1] === 0) return null;
  const contents = dictionary?.entries.get("Contents")?.value;
  const cms =
    contents?.kind === "string" ? contents.value : hexIn(buffer.subarray(ranges[1], ranges[2]));
  if (cms.every((byte) => byte === 0)) return null;
  const kind = dictionary?.entries;
  const isTimestamp =
    isName(kind?.get("Type")?.value, "DocTimeStamp") ||
    isName(kind?.get("SubFilter")?.value, "ETSI.RFC3161");
  return { ranges, cms, dictionary, isTimestamp };
}

/** The dictionary with the key at `at`: the nearest parsable object before it. */
function dictionaryAround(
  buffer: Buffer,
  at: number,
  reading: { left: number },
): Dictionary | null {
  const first = Math.max(0, at - reach);
  const near = buffer.subarray(first, at + reach);
  let from = at - first;
  for (let tries = 0; tries < 4 && reading.left >= 0; tries++) {
    from = from > 0 ? near.subarray(0, from).lastIndexOf("obj") : -1;
    if (from < 0) return null;
    try {
      const cursor = cursorAt(near, from + "obj".length);
      const value = readValue(cursor);
      const within = first + value.start < at && at < first + value.end;
      reading.left -= value.end - value.start;
      if (value.kind === "dictionary" && within) return value;
    } catch {
      // The letters were in a string; the object begins earlier.
      reading.left -= near.length - from;
    }
  }
  return null;
}

function numbersAfter(buffer: Buffer, at: number): number[] {
  const text = buffer.toString("latin1", at + "/ByteRange".length, at + 200);
  const [, list = ""] = /^\s*\[([\d\s]+)\]/.exec(text) ?? [];
  return list.trim().split(/\s+/).map(Number);
}

function hexIn(gap: Uint8Array): Uint8Array {
  const text = Buffer.from(gap)
    .toString("latin1")
    .replace(/[<>\s]/g, "");
  return /^[0-9A-Fa-f]+$/.test(text) ? Buffer.from(text, "hex") : new Uint8Array();
}

function textIn(dictionary: Dictionary | null, key: string): string {
  const value = dictionary?.entries.get(key)?.value;
  return value?.kind === "string" ? decodeText(value.value) : "";
}

function nameOf(name: string | undefined): string {
  return (name ?? "").replaceAll("\n", ", ");
}
