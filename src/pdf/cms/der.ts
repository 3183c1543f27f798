import { concat } from "../revisions/concat.ts";

/** One DER element (ITU-T X.690, 10): tag, the shortest length, contents. */
export function element(tag: number, ...contents: Uint8Array[]): Uint8Array {
  const body = concat(contents);
  return concat([Uint8Array.of(tag, ...lengthBytes(body.length)), body]);
}

export const sequence = (...contents: Uint8Array[]) => element(0x30, ...contents);

/** DER sorts the members of a SET OF by their bytes (X.690, 11.6). */
export const setOf = (...contents: Uint8Array[]) =>
  element(0x31, ...[...contents].sort((a, b) => Buffer.compare(a, b)));

/** `[n]` around something constructed. */
export const tagged = (n: number, ...contents: Uint8Array[]) => element(0xa0 + n, ...contents);

export const octets = (bytes: Uint8Array) => element(0x04, bytes);

export const bitString = (bytes: Uint8Array, unused = 0) =>
  element(0x03, Uint8Array.of(unused), bytes);

export const boolean = (value: boolean) => element(0x01, Uint8Array.of(value ? 0xff : 0));

export const nothing = element(0x05);

export const utf8 = (text: string) => element(0x0c, new TextEncoder().encode(text));

export const integer = (value: number) => element(0x02, Uint8Array.of(value));

/** A non-negative integer of any length: big-endian bytes. */
export function unsigned(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Uint8Array.of(0) : bytes.subarray(first);
  return element(0x02, ...(digits[0]! > 0x7f ? [Uint8Array.of(0)] : []), digits);
}

export function objectId(dotted: string): Uint8Array {
  const [first = 0n, second = 0n, ...rest] = dotted.split(".").map(BigInt);
  return element(0x06, Uint8Array.from([first * 40n + second, ...rest].flatMap(base128)));
}

/** Years to 2049 are UTCTime, later ones GeneralizedTime (RFC 5280, 4.1.2.5). */
export function time(date: Date): Uint8Array {
  const text = `${date.toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`;
  const short = date.getUTCFullYear() < 2050;
  return element(short ? 0x17 : 0x18, new TextEncoder().encode(short ? text.slice(2) : text));
}

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 + bytes.length, ...bytes];
}

function base128(value: bigint): number[] {
  const bytes = [Number(value % 128n)];
  for (let rest = value / 128n; rest > 0n; rest /= 128n) bytes.unshift(Number(rest % 128n) + 0x80);
  return bytes;
}
