import type { PdfFile } from "../../revisions/read-file.ts";
import type { Dictionary, PdfValue } from "../../revisions/read-value.ts";
import { isName, resolve } from "../../revisions/signature-fields.ts";
import { textOf } from "../../revisions/write-revision.ts";
import type { Report } from "./fault.ts";

/** The limits of ISO 19005-2, 6.1.13. */
const longestString = 32_767;
const longestName = 127;
const largestInteger = 2_147_483_647;
const largestReal = 3.403e38;
const smallestReal = 1.175e-38;
const [smallestSide, largestSide] = [3, 14_400];

/** Checks a value and everything in it: strings (6.1.6), names (6.1.8), permissions (6.1.12) and limits (6.1.13). */
export function checkValue(bytes: Uint8Array, value: PdfValue, report: Report): void {
  switch (value.kind) {
    case "name":
      checkName(value.value, value.start, report);
      break;
    case "string":
      checkString(bytes, value, report);
      break;
    case "number":
      checkNumber(value.value, textOf(bytes, value), value.start, report);
      break;
    case "array":
      for (const item of value.items) checkValue(bytes, item, report);
      break;
    case "dictionary":
      for (const [key, { start, value: inner }] of value.entries) {
        checkName(key, start, report);
        checkValue(bytes, inner, report);
      }
      checkPermissions(value, report);
      checkBoundaries(value, report);
      break;
  }
}

function checkString(
  bytes: Uint8Array,
  string: Extract<PdfValue, { kind: "string" }>,
  report: Report,
): void {
  const { start, hex, value } = string;
  if (value.length > longestString) {
    report("6.1.13", start, `A string has ${value.length} bytes.`);
  }
  if (!hex) return;
  const digits = textOf(bytes, string).replaceAll(/[<>\s\0]/g, "");
  if (digits.length % 2 === 1) {
    report("6.1.6", start, "A hexadecimal string has an odd number of digits.");
  }
}

function checkName(name: string, at: number, report: Report): void {
  if (name.length > longestName) report("6.1.13", at, `A name has ${name.length} bytes.`);
  if (!/[\x80-\xff]/.test(name)) return;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(name, "latin1"));
  } catch {
    report("6.1.8", at, "A name is not UTF-8.");
  }
}

function checkNumber(value: number, text: string, at: number, report: Report): void {
  const size = Math.abs(value);
  if (!text.includes(".")) {
    const fits = value <= largestInteger && value >= -largestInteger - 1;
    if (!fits) report("6.1.13", at, `The integer ${text} is too large.`);
  } else if (size > largestReal || (size > 0 && size < smallestReal)) {
    report("6.1.13", at, "A real number is out of range.");
  }
}

function checkPermissions({ entries }: Dictionary, report: Report): void {
  const permissions = entries.get("Perms");
  if (!permissions || !isName(entries.get("Type")?.value, "Catalog")) return;
  const { start, value } = permissions;
  const names = value.kind === "dictionary" ? [...value.entries.keys()] : ["?"];
  if (names.some((name) => name !== "UR3" && name !== "DocMDP")) {
    report("6.1.12", start, "The permissions hold something else than UR3 and DocMDP.");
  }
}

const boundaries = ["MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"];

function checkBoundaries({ entries }: Dictionary, report: Report): void {
  const type = entries.get("Type")?.value;
  if (!isName(type, "Page") && !isName(type, "Pages")) return;
  for (const name of boundaries) {
    const box = entries.get(name)?.value;
    if (box?.kind !== "array") continue;
    const sides = box.items.map((item) => (item.kind === "number" ? item.value : Number.NaN));
    const [left = 0, bottom = 0, right = 0, top = 0] = sides;
    const lengths = [Math.abs(right - left), Math.abs(top - bottom)];
    if (!lengths.every((side) => side >= smallestSide && side <= largestSide)) {
      report("6.1.13", box.start, `The ${name} of a page is too small or too large.`);
    }
  }
}

/** The filters of ISO 32000-1, table 6, except LZW, and Crypt, which hides the content of the stream. */
const filters = new Set([
  "ASCIIHexDecode",
  "ASCII85Decode",
  "FlateDecode",
  "RunLengthDecode",
  "CCITTFaxDecode",
  "JBIG2Decode",
  "DCTDecode",
  "JPXDecode",
]);

/** A stream's content must be in the file (6.1.7.1), under filters that anyone may use (6.1.7.2). */
export function checkStreamDictionary(
  file: PdfFile,
  { entries, start }: Dictionary,
  revision: number,
  report: Report,
): void {
  for (const key of ["F", "FFilter", "FDecodeParms"]) {
    if (entries.has(key)) report("6.1.7.1", start, `A stream has the key ${key}.`);
  }
  const filter = resolve(file, entries.get("Filter")?.value, revision);
  const named = filter?.kind === "array" ? filter.items : filter ? [filter] : [];
  for (const one of named) {
    const name = one.kind === "name" ? one.value : "";
    if (!filters.has(name)) report("6.1.7.2", start, `A stream has the filter ${name || "?"}.`);
  }
}
