import { generateKeyPairSync, sign } from "node:crypto";
import { join } from "node:path";
import fc from "fast-check";
import { LRUCache as Library } from "lru-cache";
import { expect, test } from "vitest";
import { putTogether, takeApart } from "#src/http/lighter-at-the-edge/by-language.ts";
import { readDerIntegers } from "#src/http/lighter-at-the-edge/der-integers.ts";
import { LRUCache } from "#src/http/lighter-at-the-edge/lru-cache.ts";
import { unwrapEC2Signature } from "#src/http/lighter-at-the-edge/unwrap-ec2-signature.ts";
import { root } from "#tests/support/edge.ts";

/** Options that keep a few of the keys below. */
const options = { maxSize: 20, maxEntrySize: 8, sizeCalculation: (value: number) => value };

const step = fc.record({
  key: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"),
  set: fc.option(fc.integer({ min: 1, max: 10 })),
});

test("the Worker's cache keeps what the library keeps", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const [own, library] = [new LRUCache<string, number>(options), new Library(options)];
      for (const { key, set } of steps) {
        if (set === null) expect(own.get(key)).toBe(library.get(key));
        else for (const cache of [own, library]) cache.set(key, set);
      }
    }),
  );
});

type Unwrap = typeof unwrapEC2Signature;
const folder = "node_modules/@simplewebauthn/server/esm/helpers/iso/isoCrypto";
const library: Unwrap = (await import(join(root, folder, "unwrapEC2Signature.js")))
  .unwrapEC2Signature;

/** The answer, or null if it is refused. */
function answer(unwrap: Unwrap, signature: Uint8Array, curve: number): Uint8Array | null {
  try {
    return new Uint8Array(unwrap(new Uint8Array(signature), curve));
  } catch {
    return null;
  }
}

test("the Worker unwraps signatures on every curve as the library does", () => {
  const curves = { 1: "P-256", 2: "P-384", 3: "P-521" };
  for (const [curve, namedCurve] of Object.entries(curves)) {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve });
    // Enough that some of the integers are a byte shorter than their curve.
    for (let nth = 0; nth < 300; nth++) {
      const signature = sign("sha256", Buffer.from(`${nth}`), privateKey);
      const own = answer(unwrapEC2Signature, signature, Number(curve));
      expect(own).not.toBeNull();
      expect(own).toEqual(answer(library, signature, Number(curve)));
    }
  }
});

test("the Worker accepts no signature that the library refuses, and reads it the same", () => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const whole = sign("sha256", Buffer.from("text"), privateKey);
  const change = fc.record({
    at: fc.nat(whole.length - 1),
    byte: fc.nat(255),
    cut: fc.nat(whole.length),
  });
  fc.assert(
    fc.property(change, fc.constantFrom(1, 2, 3, 4), ({ at, byte, cut }, curve) => {
      const other = Buffer.from(whole);
      other[at] = byte;
      for (const signature of [other, other.subarray(0, cut), Buffer.concat([other, other])]) {
        const own = answer(unwrapEC2Signature, signature, curve);
        if (own) expect(own).toEqual(answer(library, signature, curve));
      }
    }),
  );
});

test("two integers in DER are read, and nothing else is", () => {
  const bytes = (...all: number[]) => new Uint8Array(all);
  expect(readDerIntegers(bytes(0x30, 6, 2, 1, 5, 2, 1, 0x7f))).toEqual([bytes(5), bytes(0x7f)]);
  for (const wrong of [
    bytes(),
    bytes(0x31, 6, 2, 1, 5, 2, 1, 7),
    bytes(0x30, 6, 2, 1, 5, 3, 1, 7),
    bytes(0x30, 6, 2, 1, 5, 2, 2, 7),
    bytes(0x30, 6, 2, 0, 2, 2, 1, 7),
    bytes(0x30, 9, 2, 1, 5, 2, 1, 7, 2, 1, 9),
    bytes(0x30, 0x82, 0, 6, 2, 1, 5, 2, 1, 7),
  ]) {
    expect(() => readDerIntegers(wrong)).toThrow(/signature/);
  }
});

test("words taken apart by language are put together again", () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean());
  const key = fc.constantFrom("en", "ru", "title", "all", "2", "a-b");
  const { words } = fc.letrec((tie) => ({
    words: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie("words")),
      fc.dictionary(key, tie("words")),
    ),
  }));
  fc.assert(
    fc.property(words, (some) => {
      const plain = JSON.parse(JSON.stringify(some));
      const apart = JSON.parse(JSON.stringify(takeApart(plain)));
      expect(putTogether(apart)).toEqual(plain);
    }),
  );
  expect(() => takeApart({ en: null })).toThrow("null");
});
