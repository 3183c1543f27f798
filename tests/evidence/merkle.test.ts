import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isConsistent, leafHash, rootByInclusion } from "#src/evidence/merkle.ts";
import {
  addLeaf,
  consistencyRanges,
  inclusionRanges,
  type Place,
  placesOf,
  type Range,
  rootOf,
  type Subtree,
} from "#src/evidence/tree.ts";
import { trials } from "#tests/support/length.ts";

/** The leaves of the reference tests of Certificate Transparency, and the roots of the first 1 to 8. */
const leaves = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const roots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const sha256 = (...hex: string[]) => createHash("sha256").update(hex.join(""), "hex").digest("hex");
const half = (size: number) => 2 ** (Math.ceil(Math.log2(size)) - 1);

/** RFC 9162, 2.1.1, 2.1.3.1 and 2.1.4.1, word by word. */
function mth(d: string[]): string {
  if (d.length === 0) return sha256("");
  if (d.length === 1) return sha256("00", d[0] ?? "");
  const k = half(d.length);
  return sha256("01", mth(d.slice(0, k)), mth(d.slice(k)));
}
function path(m: number, d: string[]): string[] {
  if (d.length === 1) return [];
  const k = half(d.length);
  return m < k
    ? [...path(m, d.slice(0, k)), mth(d.slice(k))]
    : [...path(m - k, d.slice(k)), mth(d.slice(0, k))];
}
function subproof(m: number, d: string[], b: boolean): string[] {
  if (m === d.length) return b ? [] : [mth(d)];
  const k = half(d.length);
  return m <= k
    ? [...subproof(m, d.slice(0, k), b), mth(d.slice(k))]
    : [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))];
}

/** The log as it is stored: every complete subtree, made by adding one leaf after the other. */
function grow(data: string[]) {
  const stored = new Map<string, Subtree>();
  const subtrees: Subtree[] = [];
  for (const [index, leaf] of data.entries()) {
    const made = addLeaf(subtrees, { level: 0, index, hash: leafHash(leaf) });
    for (const one of made) {
      expect(stored.has(keyOf(one))).toBe(false);
      stored.set(keyOf(one), one);
    }
  }
  const hashOf = (range: Range) =>
    rootOf(
      placesOf(range).map((place) => {
        const found = stored.get(keyOf(place));
        if (!found) throw new Error(`${keyOf(place)} is not stored.`);
        return found.hash;
      }),
    );
  return { root: rootOf(subtrees.map(({ hash }) => hash)), hashOf };
}
const keyOf = ({ level, index }: Place) => `${level}/${index}`;

test("the reference leaves have the reference roots", () => {
  for (let size = 1; size <= 8; size++) {
    expect(grow(leaves.slice(0, size)).root).toBe(roots[size - 1]);
  }
  expect(grow([]).root).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("the reference proofs are made and hold", () => {
  const { hashOf } = grow(leaves);
  const root = roots[7] as string;
  const inclusion = inclusionRanges(5, 8).map(hashOf);
  expect(inclusion).toEqual([
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
  expect(
    rootByInclusion({ leaf: leafHash(leaves[5] as string), index: 5, size: 8, proof: inclusion }),
  ).toBe(root);
  const consistency = consistencyRanges(6, 8).map(hashOf);
  expect(consistency).toEqual([
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
  const [earlier, later] = [
    { size: 6, root: roots[5] as string },
    { size: 8, root },
  ];
  expect(isConsistent(earlier, later, consistency)).toBe(true);
});

const tree = fc.integer({ min: 1, max: trials({ short: 300, long: 3000 }) }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    index: fc.integer({ min: 0, max: size - 1 }),
    from: fc.integer({ min: 1, max: size }),
    seed: fc.integer(),
  }),
);
const runs = { numRuns: trials({ short: 200, long: 2000 }) };
const dataOf = (size: number, seed: number) =>
  Array.from({ length: size }, (_, nth) => sha256(Buffer.from(`${seed} ${nth}`).toString("hex")));

test("roots and proofs of any size are those of the recursive definition", () => {
  fc.assert(
    fc.property(tree, ({ size, index, from, seed }) => {
      const data = dataOf(size, seed);
      const { root, hashOf } = grow(data);
      expect(root).toBe(mth(data));
      expect(inclusionRanges(index, size).map(hashOf)).toEqual(path(index, data));
      expect(consistencyRanges(from, size).map(hashOf)).toEqual(subproof(from, data, true));
    }),
    runs,
  );
});

test("a proof holds for what it proves and for nothing else", () => {
  fc.assert(
    fc.property(tree, fc.nat(), ({ size, index, from, seed }, at) => {
      const data = dataOf(size, seed);
      const { root, hashOf } = grow(data);
      const leaf = leafHash(data[index] as string);
      const proof = inclusionRanges(index, size).map(hashOf);
      const leads = (
        to: Partial<{ leaf: string; index: number; size: number; proof: string[] }>,
      ) => {
        return rootByInclusion({ leaf, index, size, proof, ...to }) === root;
      };
      expect(leads({})).toBe(true);
      expect(leads({ leaf: leafHash("ff") })).toBe(false);
      expect(leads({ index: size })).toBe(false);
      expect(leads({ index: index + 0.5 })).toBe(false);
      for (const other of [index - 1, index + 1]) expect(leads({ index: other })).toBe(false);
      expect(leads({ proof: [...proof, leaf] })).toBe(false);
      expect(leads({ proof: [leaf, ...proof] })).toBe(false);
      if (proof.length > 0) {
        expect(leads({ proof: proof.slice(1) })).toBe(false);
        expect(leads({ proof: proof.toSpliced(at % proof.length, 1, leafHash("ee")) })).toBe(false);
      }

      const earlier = { size: from, root: mth(data.slice(0, from)) };
      const later = { size, root };
      const continues = consistencyRanges(from, size).map(hashOf);
      expect(isConsistent(earlier, later, continues)).toBe(true);
      const forged = { size: from, root: leafHash("dd") };
      expect(isConsistent(forged, later, continues)).toBe(false);
      expect(isConsistent(earlier, { size, root: leafHash("dd") }, continues)).toBe(false);
      expect(isConsistent(earlier, later, [...continues, root])).toBe(false);
      if (from < size) expect(isConsistent(later, earlier, continues)).toBe(false);
      if (continues.length > 0) {
        const changed = continues.toSpliced(at % continues.length, 1, leafHash("cc"));
        expect(isConsistent(earlier, later, changed)).toBe(false);
        expect(isConsistent(earlier, later, continues.slice(1))).toBe(false);
      }
    }),
    runs,
  );
});

test("a proof is as long as the tree is high", () => {
  const million = 1_000_000;
  for (const index of [0, 1, 524_288, 777_777, million - 1]) {
    const ranges = inclusionRanges(index, million);
    expect(ranges.length).toBeLessThanOrEqual(20);
    expect(ranges.flatMap(placesOf).length).toBeLessThanOrEqual(40);
  }
  for (const from of [1, 524_288, 524_289, 999_999]) {
    const ranges = consistencyRanges(from, million);
    expect(ranges.length).toBeLessThanOrEqual(21);
    expect(ranges.flatMap(placesOf).length).toBeLessThanOrEqual(40);
  }
});
