import { findClaims } from "#src/pdf/verify/find-claims.ts";
import type { Attack } from "./attack.ts";
import { bytes, edit, text } from "./bytes.ts";

/** Attacks on what a signature covers: those of "1 Trillion Dollar Refund" (CCS 2019) and their kin. */
export const onRange: Attack[] = [
  [
    "a seal without ByteRange",
    "MODIFIED",
    ({ pdf }) => inSeal(pdf, (s) => s.replace("/ByteRange", "/ByteRagne")),
  ],
  [
    "a seal without Contents",
    "INVALID_DIGEST",
    ({ pdf }) => inSeal(pdf, (s) => s.replace("/Contents", "/Contemts")),
  ],
  [
    "a seal with emptied Contents",
    "MODIFIED",
    ({ pdf }) =>
      inSeal(pdf, (s) => s.replace(/<[0-9a-f]{99,}>/, (hole) => "<>".padEnd(hole.length))),
  ],
  [
    "a seal with zeros for Contents",
    "MALFORMED",
    ({ pdf }) =>
      inSeal(pdf, (s) =>
        s.replace(/<[0-9a-f]{99,}>/, (hole) => `<${"0".repeat(hole.length - 2)}>`),
      ),
  ],
  [
    "a range that begins later",
    "MODIFIED",
    ({ pdf }) => withRange(pdf, ([, a, b, c]) => [1, a, b, c]),
  ],
  [
    "a range with a wider gap",
    "MODIFIED",
    ({ pdf }) => withRange(pdf, ([z, a, b, c]) => [z, a - 40, b, c]),
  ],
  [
    "a range that ends early",
    "INVALID_DIGEST",
    ({ pdf }) => withRange(pdf, ([z, a, b, c]) => [z, a, b, c - 10]),
  ],
  [
    "a range beyond the end",
    "MODIFIED",
    ({ pdf }) => withRange(pdf, ([z, a, b, c]) => [z, a, b, c + 10]),
  ],
  [
    "ranges that overlap",
    "MODIFIED",
    ({ pdf }) => withRange(pdf, ([z, a, b, c]) => [z, b, a, c + b - a]),
  ],
  ["a range without a gap", "MODIFIED", ({ pdf }) => withRange(pdf, ([z, , b, c]) => [z, b, b, c])],
  [
    "a range with a negative number",
    "MODIFIED",
    ({ pdf }) => withRange(pdf, ([z, a, , c]) => [z, a, -1, c]),
  ],
  [
    "a range of the first signature for the seal",
    "MODIFIED",
    ({ pdf }) => withRange(pdf, () => rangeOf(pdf, 0)),
  ],
  [
    "new content between the signed parts",
    "MODIFIED",
    ({ pdf }) => {
      const { start, end } = findClaims(pdf).at(-1)!.contents;
      const s = text(pdf);
      const room = s.slice(start, end);
      const cms = room.replace(/0+>$/, ">");
      const shadow = "7 0 obj << /Type /Page >> endobj ".padEnd(room.length - cms.length);
      return bytes(s.slice(0, start) + cms + shadow + s.slice(end));
    },
  ],
  [
    "a second ByteRange in the seal",
    "MODIFIED",
    ({ pdf }) => inSeal(pdf, (s) => s.replace("/Filter /Adobe.PPKLite", "/ByteRange [0 1 2 3]   ")),
  ],
];

/** Changes the seal's dictionary and keeps its length. */
function inSeal(pdf: Uint8Array, change: (dictionary: string) => string): Uint8Array {
  return edit(pdf, (s) => {
    const at = s.lastIndexOf("/Type /Sig");
    return s.slice(0, at) + change(s.slice(at));
  });
}

type Range = [number, number, number, number];

function rangeOf(pdf: Uint8Array, index: number): Range {
  const match = [...text(pdf).matchAll(/\/ByteRange \[([\d ]+)\]/g)][index]!;
  return match[1]!.trim().split(" ").map(Number) as Range;
}

function withRange(pdf: Uint8Array, change: (range: Range) => Range): Uint8Array {
  const range = change(rangeOf(pdf, 2));
  return inSeal(pdf, (s) =>
    s.replace(
      /\/ByteRange \[[^\]]*\]\s*\n/,
      (old) => `${`/ByteRange [${range.join(" ")}]`.padEnd(old.length - 1)}\n`,
    ),
  );
}
