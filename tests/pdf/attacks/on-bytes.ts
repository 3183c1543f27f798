import { findClaims } from "#src/pdf/verify/find-claims.ts";
import type { Attack } from "./attack.ts";
import { bytes, edit, text } from "./bytes.ts";

/** Attacks that need no knowledge of what a PDF is. */
export const onBytes: Attack[] = [
  ["a line feed after the end", "MODIFIED", ({ pdf }) => edit(pdf, (s) => `${s}\n`)],
  [
    "text after the end",
    "MODIFIED",
    ({ pdf }) => edit(pdf, (s) => `${s}<script>alert(1)</script>`),
  ],
  ["a second end mark after the end", "MODIFIED", ({ pdf }) => edit(pdf, (s) => `${s}%%EOF\n`)],
  ["a comment before the beginning", "MODIFIED", ({ pdf }) => edit(pdf, (s) => `%!PS\n${s}`)],
  ["two headers", "MODIFIED", ({ pdf }) => edit(pdf, (s) => `%PDF-1.4\n${s}`)],
  [
    "another whole file before it",
    "MODIFIED",
    ({ pdf, original }) => edit(pdf, (s) => text(original) + s),
  ],
  [
    "another whole file after it",
    "MODIFIED",
    ({ pdf, original }) => edit(pdf, (s) => s + text(original)),
  ],
  ["the file twice", "MODIFIED", ({ pdf }) => edit(pdf, (s) => s + s)],
  [
    "another version in the header",
    "INVALID_DIGEST",
    ({ pdf }) => edit(pdf, (s) => s.replace("%PDF-1.7", "%PDF-1.4")),
  ],
  [
    "a byte of the text",
    "INVALID_DIGEST",
    ({ pdf }) => edit(pdf, (s) => s.replace("595 842", "595 843")),
  ],
  [
    "the day of signing",
    "INVALID_DIGEST",
    ({ pdf }) => edit(pdf, (s) => s.replace("/M (D:20261123", "/M (D:20251123")),
  ],
  [
    "the name of the field",
    "INVALID_DIGEST",
    ({ pdf }) => edit(pdf, (s) => s.replace("(Party-KZ)", "(Party-KG)")),
  ],
  [
    "capital letters in the CMS",
    "MALFORMED",
    ({ pdf }) => inLastContents(pdf, (hex) => hex.replace("a", "A")),
  ],
  [
    "something in the free place behind the CMS",
    "MALFORMED",
    ({ pdf }) => inLastContents(pdf, (hex) => `${hex.slice(0, -2)}01`),
  ],
  [
    "the rest of the file cut off within the seal",
    "MODIFIED",
    ({ pdf }) => pdf.subarray(0, pdf.length - 9),
  ],
  ["the seal cut off", "INCOMPLETE", ({ pdf }) => pdf.subarray(0, findClaims(pdf)[1]!.end)],
  ["all signatures cut off", "NO_SIGNATURE", ({ original }) => original],
  ["the first half alone", "MODIFIED", ({ pdf }) => pdf.subarray(0, pdf.length >> 1)],
  ["an empty file", "MALFORMED", () => new Uint8Array()],
  ["a header alone", "MALFORMED", () => bytes("%PDF-1.7\n")],
  ["a text file", "MALFORMED", () => bytes("VALID\n")],
];

function inLastContents(pdf: Uint8Array, change: (hex: string) => string): Uint8Array {
  const { start, end } = findClaims(pdf).at(-1)!.contents;
  return edit(
    pdf,
    (s) => `${s.slice(0, start + 1)}${change(s.slice(start + 1, end - 1))}${s.slice(end - 1)}`,
  );
}
