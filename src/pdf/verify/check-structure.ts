import { Broken } from "../revisions/broken.ts";
import type { PdfFile } from "../revisions/read-file.ts";
import { decodeText } from "../revisions/read-text.ts";
import type { Dictionary } from "../revisions/read-value.ts";
import { type SignatureField, signatureFields } from "../revisions/signature-fields.ts";
import { sealField } from "../seal-field.ts";
import { checkArchive, isArchive } from "./check-archive.ts";
import { type AddedSignature, checkRevision, ForeignChange } from "./check-revision.ts";
import type { Claim } from "./find-claims.ts";
import { type Finding, finding } from "./findings.ts";
import { readDate } from "./read-date.ts";

/** A signature with its place in the file's structure. */
export type PlacedSignature = {
  claim: Claim;
  field: string;
  revision: number;
  name: string;
  reason: string;
  /** Fields that it declares as empty. */
  unsigned: string[];
  /** The place in the evidence log that it states for the last act before it. */
  log: { origin: string; index: number } | null;
  at: Date | null;
  /** It is a document timestamp, which is in no party's field. */
  isTimestamp: boolean;
};

/**
 * Proves that the file is an original with one revision for each signature and, above the seal, for each document
 * timestamp. Proves that the bytes claim exactly those signatures. Adds faults to `found`.
 */
export function checkStructure(
  file: PdfFile,
  claims: Claim[],
  options: { expectedFields?: readonly string[] },
  found: Finding[],
): PlacedSignature[] {
  const placed: PlacedSignature[] = [];
  try {
    const fields = signatureFields(file, 0);
    if (fields.some(({ dictionary }) => dictionary.entries.has("V"))) {
      found.push(finding("malformed", "A signature stands within the original."));
    } else if (claims.length === 0 && file.revisions.length === 1) {
      if (found.length === 0) found.push(finding("no-signature"));
      return [];
    }
    for (let index = 1; index < file.revisions.length; index++) {
      const isTimestamp = isArchive(file, index);
      const added = isTimestamp ? checkArchive(file, index) : checkRevision(file, index, fields);
      const isSealed = placed.some(({ field }) => field === sealField);
      if (isSealed && !isTimestamp) found.push(finding("after-the-seal", `"${added.field}"`));
      if (isTimestamp && !isSealed) {
        throw new ForeignChange("A document timestamp stands where no seal does.");
      }
      placed.push(place(file, { index, isTimestamp }, added, claims, found));
    }
    const signed = placed.filter(({ isTimestamp }) => !isTimestamp);
    checkComplete(fields, signed, options.expectedFields ?? [], found);
    if (claims.length > placed.length) {
      found.push(finding("foreign-change", "A signature stands in no field."));
    }
  } catch (error) {
    if (error instanceof ForeignChange) found.push(finding("foreign-change", error.message));
    else if (error instanceof Broken) found.push(finding(error.code, error.message));
    else throw error;
  }
  return placed;
}

function place(
  file: PdfFile,
  { index: revision, isTimestamp }: { index: number; isTimestamp: boolean },
  { field, dictionary }: AddedSignature,
  claims: Claim[],
  found: Finding[],
): PlacedSignature {
  const contents = dictionary.entries.get("Contents")?.value;
  const claim = claims.find(({ contents: { start } }) => start === contents?.start);
  const whole = claim && coversAll(dictionary, claim, file.revisions[revision]!.end);
  if (!whole) found.push(finding("wrong-range", `"${field}"`));
  const at = readDate(textIn(dictionary, "M"));
  if (!at && !isTimestamp)
    found.push(finding("broken-signature", `"${field}" does not say when it was made.`));
  const nowhere: Claim = { end: 0, contents: { start: 0, end: 0 } };
  return {
    claim: claim ?? nowhere,
    field,
    revision,
    name: textIn(dictionary, "Name"),
    reason: textIn(dictionary, "Reason"),
    unsigned: textIn(dictionary, "DEPO_Unsigned").split(" "),
    log: logPlace(textIn(dictionary, "DEPO_Log")),
    at,
    isTimestamp,
  };
}

/** Whether the structure's range covers everything from the first byte to this revision's last. */
function coversAll(dictionary: Dictionary, claim: Claim, end: number): boolean {
  const range = dictionary.entries.get("ByteRange")?.value;
  const contents = dictionary.entries.get("Contents")?.value;
  const wanted = [0, claim.contents.start, claim.contents.end, end - claim.contents.end];
  return (
    range?.kind === "array" &&
    range.items.length === 4 &&
    range.items.every((item, i) => item.kind === "number" && item.value === wanted[i]) &&
    contents?.kind === "string" &&
    contents.hex &&
    contents.end === claim.contents.end &&
    claim.end === end
  );
}

function logPlace(text: string): PlacedSignature["log"] {
  const [, origin = "", index = ""] = /^(\S{1,200}) (\d{1,15})$/.exec(text) ?? [];
  return origin === "" ? null : { origin, index: Number(index) };
}

function textIn(dictionary: Dictionary, key: string): string {
  const value = dictionary.entries.get(key)?.value;
  return value?.kind === "string" ? decodeText(value.value) : "";
}

function checkComplete(
  fields: SignatureField[],
  placed: PlacedSignature[],
  expected: readonly string[],
  found: Finding[],
): void {
  const signed = new Set(placed.map(({ field }) => field));
  // The seal covers the whole file, so its statement about empty fields is as good as the seal itself.
  const last = placed.at(-1);
  const left = new Set(last?.field === sealField ? last.unsigned : []);
  const present = new Set(fields.map(({ name }) => name));
  for (const name of present) {
    if (!signed.has(name) && !left.has(name)) found.push(finding("field-empty", `"${name}"`));
  }
  for (const name of expected) {
    if (!present.has(name)) found.push(finding("field-absent", `"${name}"`));
  }
}
