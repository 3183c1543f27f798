import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { deflate } from "#src/pdf/typeset/deflate.ts";
import { codesOf } from "#src/pdf/typeset/huffman.ts";
import { trials } from "#tests/support/length.ts";

const same = (bytes: Uint8Array) => Buffer.from(bytes).equals(inflateSync(deflate(bytes)));

test("whatever is compressed is read back, by the library that others use", () => {
  const repeating = fc
    .tuple(fc.uint8Array({ maxLength: 40 }), fc.nat(2000), fc.uint8Array({ maxLength: 400 }))
    .map(([part, times, end]) => Buffer.concat([...Array(times).fill(Buffer.from(part)), end]));
  const any = fc.oneof(fc.uint8Array({ maxLength: 3000 }), repeating);
  fc.assert(
    fc.property(any, (bytes) => same(bytes)),
    { numRuns: trials({ short: 200, long: 5000 }) },
  );
});

test.each([
  ["nothing", new Uint8Array()],
  ["one byte", new Uint8Array([7])],
  ["one byte often", new Uint8Array(300_000).fill(7)],
  ["every byte", Uint8Array.from({ length: 70_000 }, (_, i) => i)],
  [
    "what repeats at the edge of the window",
    Uint8Array.from({ length: 131_072 }, (_, i) => (i % 32_768) >> 5),
  ],
  [
    "noise of many blocks",
    Uint8Array.from({ length: 200_000 }, (_, i) => Math.imul(i, 0x9e3779b1) >>> 23),
  ],
])("%s is compressed and read back", (_, bytes) => {
  expect(same(bytes)).toBe(true);
});

test("no code is longer than it may be, and the codes are complete", () => {
  // Numbers of Fibonacci make the deepest tree there is.
  const counts = new Uint32Array(40);
  for (let i = 0, a = 1, b = 1; i < counts.length; i++, [a, b] = [b, a + b]) counts[i] = a;
  for (const limit of [7, 15]) {
    const { lengths } = codesOf(counts, limit);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(limit);
    expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
  }
});

test("the bytes are the same on every machine", () => {
  const text = Array.from({ length: 4000 }, (_, i) => `${(i * i) % 977} 0 Td (word${i % 61}) Tj\n`);
  const made = deflate(Buffer.from(text.join("")));
  expect(createHash("sha256").update(made).digest("hex")).toBe(
    "bfdf6ddaeeeea3e91bc4e319953177e5069e18ad1c5ad1069529e2be5d2f4d22",
  );
});
