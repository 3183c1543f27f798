import { concat } from "../revisions/concat.ts";
import { NotDer } from "./read-der.ts";

/** One element of a BER encoding, with its members if it is constructed. */
export type Ber = { tag: number; content: Uint8Array; members: Ber[]; whole: Uint8Array };

/** The maximum nesting and number of elements of one signature. */
const deepest = 32;
const maxElements = 20_000;

/**
 * Reads the first element of `bytes` by the lax rules (ITU-T X.690, 8), including indefinite and overlong lengths. Use
 * it to describe others' signatures, never to accept one: one content has many encodings here.
 *
 * @throws NotDer if the bytes are no BER, or nest too deeply
 */
export function readBer(bytes: Uint8Array): Ber {
  return readElement({ bytes, at: 0, left: maxElements }, bytes.length, 0);
}

type Place = { bytes: Uint8Array; at: number; left: number };

function readElement(place: Place, end: number, depth: number): Ber {
  const { bytes, at: from } = place;
  if (depth > deepest || --place.left < 0) throw new NotDer("There are too many elements.");
  const tag = bytes[from] ?? 0;
  if (from + 2 > end || (tag & 0x1f) === 0x1f) throw new NotDer("An element is cut off.");
  const length = readLength(place, end);
  const start = place.at;
  const isConstructed = (tag & 0x20) !== 0;
  if (length === null && !isConstructed) throw new NotDer("An element never ends.");
  const stop = length === null ? end : start + length;
  if (stop > end) throw new NotDer("An element is cut off.");
  const members: Ber[] = [];
  let contentEnd = stop;
  while (isConstructed && (length === null || place.at < stop)) {
    if (length === null && bytes[place.at] === 0 && bytes[place.at + 1] === 0) {
      contentEnd = place.at;
      place.at += 2;
      break;
    }
    members.push(readElement(place, stop, depth + 1));
  }
  if (length !== null) place.at = stop;
  const content = isConstructed ? bytes.subarray(start, contentEnd) : bytes.subarray(start, stop);
  return { tag, content, members, whole: bytes.subarray(from, place.at) };
}

/** Steps over tag and length; null for an indefinite length. */
function readLength(place: Place, end: number): number | null {
  const { bytes } = place;
  const first = bytes[place.at + 1] ?? 0;
  place.at += 2;
  if (first < 0x80) return first;
  if (first === 0x80) return null;
  const count = first - 0x80;
  if (count > 8 || place.at + count > end) throw new NotDer("A length cannot be read.");
  let length = 0;
  for (let i = 0; i < count; i++) length = length * 256 + (bytes[place.at + i] ?? 0);
  place.at += count;
  return length;
}

/** The bytes of an OCTET STRING, which BER may split into pieces. */
export function octetsOf({ content, members }: Ber): Uint8Array {
  return members.length === 0 ? content : concat(members.map(octetsOf));
}
