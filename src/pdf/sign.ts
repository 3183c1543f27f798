import { createHash } from "node:crypto";
import { Refusal } from "#src/errors.ts";
import { concat } from "./revisions/concat.ts";
import { drawAppearance, type Look } from "./revisions/draw-appearance.ts";
import { type PdfFile, readFile } from "./revisions/read-file.ts";
import { signatureDictionary, type WaitingDictionary } from "./revisions/signature-dictionary.ts";
import { type SignatureField, signatureFields } from "./revisions/signature-fields.ts";
import { latin, sizeOf, textOf, writeRevision } from "./revisions/write-revision.ts";

export type SignatureRequest = {
  /** The reason of the signature, as the viewer's signature panel shows it. */
  reason: string;
  name: string;
  /** Written to /M: PAdES allows no signing-time attribute in the CMS (ETSI EN 319 142-1, 6.3). */
  date: Date;
  look: Look;
  /** Fields that stay empty for good; only the last signature, the seal, may state them. */
  unsigned?: string[];
  /** The index of the last act before the seal in the evidence log; only the seal states it. */
  log?: { origin: string; index: number } | null;
  /** Bytes reserved for the CMS: 16384 leave room for a timestamp and its certificates. */
  contentsSize?: number;
};

/** A file that waits for its CMS. */
export type PreparedSignature = {
  pdf: Uint8Array;
  /** Start and length of the two signed ranges; the gap between them is the Contents string. */
  byteRange: [0, number, number, number];
  /** sha-256 of the signed bytes. */
  digest: Uint8Array;
  signedBytes: Uint8Array;
};

/**
 * Appends a revision in which `field` has a signature without its CMS. The input bytes are a prefix of the result (ISO
 * 32000-1, 12.8.1 and 7.5.6); the same input gives the same bytes.
 *
 * @throws Refusal `invalid-pdf` if the field is absent or signed already
 * @throws Broken if the file is not of the kind we write
 */
export function prepareSignature(
  pdf: Uint8Array,
  field: string,
  request: SignatureRequest,
): PreparedSignature {
  return prepareIn(readFile(pdf), field, request);
}

/** The same on a parsed file. */
export function prepareIn(
  file: PdfFile,
  name: string,
  request: SignatureRequest,
): PreparedSignature {
  const field = emptyField(file, name);
  const number = sizeOf(file);
  const dictionary = signatureDictionary(request, request.contentsSize ?? 16_384);
  const drawing = drawAppearance(number + 1, boxOf(field), request.look);
  const { bytes, bodies } = writeRevision(file, [
    { number, body: dictionary.body },
    {
      number: field.object.number,
      body: signedField(file.bytes, field, number, drawing.reference),
    },
    ...drawing.objects,
  ]);
  return withRange(bytes, bodies.get(number)!, dictionary);
}

/** Writes the range over everything except the Contents string; `at` is where the dictionary begins. */
export function withRange(
  pdf: Uint8Array,
  at: number,
  dictionary: WaitingDictionary,
): PreparedSignature {
  const start = at + dictionary.contents.start;
  const end = at + dictionary.contents.end;
  const byteRange: PreparedSignature["byteRange"] = [0, start, end, pdf.length - end];
  pdf.set(latin(dictionary.rangeText(byteRange)), at + dictionary.range);
  const parts = [pdf.subarray(0, start), pdf.subarray(end)];
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return {
    pdf,
    byteRange,
    digest: new Uint8Array(hash.digest()),
    get signedBytes() {
      return concat(parts);
    },
  };
}

/**
 * Writes the CMS (DER) into its place.
 *
 * @throws RangeError if it is longer than the reserved space
 */
export function embedSignature(prepared: PreparedSignature, cms: Uint8Array): Uint8Array {
  const [, start, end] = prepared.byteRange;
  const room = (end - start - 2) / 2;
  if (cms.length > room) {
    throw new RangeError(`The signature has ${cms.length} bytes, and ${room} are free.`);
  }
  const pdf = prepared.pdf.slice();
  pdf.set(latin(Buffer.from(cms).toString("hex")), start + 1);
  return pdf;
}

function emptyField(file: PdfFile, name: string): SignatureField {
  const fields = signatureFields(file, file.revisions.length - 1);
  const field = fields.find((candidate) => candidate.name === name);
  if (!field) throw new Refusal("invalid-pdf", `The PDF has no signature field "${name}".`);
  if (field.dictionary.entries.has("V")) {
    throw new Refusal("invalid-pdf", `The signature field "${name}" is signed already.`);
  }
  return field;
}

function boxOf(field: SignatureField): { width: number; height: number } {
  const rectangle = field.dictionary.entries.get("Rect")?.value;
  const sides = rectangle?.kind === "array" ? rectangle.items : [];
  const [left = 0, bottom = 0, right = 0, top = 0] = sides.map((side) =>
    side.kind === "number" ? side.value : 0,
  );
  return { width: Math.abs(right - left), height: Math.abs(top - bottom) };
}

/** The field's own bytes with the value and the appearance inserted, so that nothing else can change. */
function signedField(
  bytes: Uint8Array,
  { dictionary }: SignatureField,
  signature: number,
  appearance: string,
): Uint8Array {
  const kept = [...dictionary.entries]
    .filter(([key]) => key !== "AP")
    .map(([, { start, value }]) => textOf(bytes, { ...value, start }));
  return latin(`<<\n${kept.join("\n")}\n/AP << /N ${appearance} >>\n/V ${signature} 0 R\n>>`);
}
