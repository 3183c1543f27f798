import { findObject, type PdfFile, type Revision } from "../revisions/read-file.ts";
import type { PdfObject } from "../revisions/read-object.ts";
import type { Dictionary, PdfValue } from "../revisions/read-value.ts";
import { isName, type SignatureField } from "../revisions/signature-fields.ts";
import { sizeIn, textOf } from "../revisions/write-revision.ts";

/** The one signature that a revision adds. */
export type AddedSignature = { field: string; dictionary: Dictionary };

/** Why a revision is not one of ours, as a sentence. */
export class ForeignChange extends Error {}

/**
 * Proves that revision `index` adds one signature and nothing else: the signature, the field that refers to it with its
 * new appearance, and the resources of that appearance. `fields` are the original's.
 *
 * @throws ForeignChange
 */
export function checkRevision(
  file: PdfFile,
  index: number,
  fields: SignatureField[],
): AddedSignature {
  const revision = file.revisions[index]!;
  const before = file.revisions[index - 1]!;
  checkTrailer(file, revision, before);
  const objects = revision.entries.map((entry) => findObject(file, entry.number, index)!);
  const added = new Map(
    objects
      .filter(({ number }) => number >= sizeIn(before))
      .map((object) => [object.number, object]),
  );
  const changed = objects.filter(({ number }) => !added.has(number));
  const field = fields.find(({ object }) => object.number === changed[0]?.number);
  if (changed.length !== 1 || !field) {
    throw new ForeignChange("Objects that were signed already were written again.");
  }
  const { signature, appearance } = changedKeys(file, field, changed[0]!, index);
  const dictionary = signatureIn(added.get(signature));
  const drawn = reachable(appearance, added);
  if (drawn.has(signature) || drawn.size + 1 !== added.size) {
    throw new ForeignChange("Objects were added that no signature needs.");
  }
  checkForm(added.get(appearance)!);
  for (const object of added.values()) checkFont(object);
  return { field: field.name, dictionary };
}

const trailerKeys = new Set(["Size", "Root", "Info", "ID", "Prev"]);

/** Proves that a revision's trailer adds nothing to the previous one. */
export function checkTrailer(file: PdfFile, revision: Revision, before: Revision): void {
  const { entries } = revision.trailer;
  const text = (one: Revision, key: string) => {
    const entry = one.trailer.entries.get(key);
    return entry ? textOf(file.bytes, entry.value) : "";
  };
  const same = ["Root", "Info", "ID"].every((key) => text(revision, key) === text(before, key));
  const plain = [...entries.keys()].every((key) => trailerKeys.has(key));
  const size = revision.entries.reduce(
    (largest, { number }) => Math.max(largest, number + 1),
    sizeIn(before),
  );
  if (!same || !plain || sizeIn(revision) !== size) {
    throw new ForeignChange("The file now begins elsewhere.");
  }
  if (revision.free.length > 0) throw new ForeignChange("Parts of the file were deleted.");
}

/** The field may gain a value and another appearance; every other byte of it stays. */
function changedKeys(file: PdfFile, field: SignatureField, object: PdfObject, index: number) {
  const earlier = findObject(file, object.number, index - 1)!.value;
  const { value } = object;
  if (value.kind !== "dictionary" || earlier.kind !== "dictionary" || object.stream) {
    throw new ForeignChange("A signature field became something else.");
  }
  if (earlier.entries.has("V")) throw new ForeignChange(`"${field.name}" was signed twice.`);
  const keys = new Set([...earlier.entries.keys(), ...value.entries.keys()]);
  for (const key of keys) {
    if (key === "V" || key === "AP") continue;
    const [old, now] = [earlier, value].map((one) => one.entries.get(key)?.value);
    if (!old || !now || textOf(file.bytes, old) !== textOf(file.bytes, now)) {
      throw new ForeignChange(`The field "${field.name}" was moved or renamed.`);
    }
  }
  const appearance = value.entries.get("AP")?.value;
  const normal = appearance?.kind === "dictionary" ? appearance.entries : new Map();
  const drawing: PdfValue | undefined = normal.get("N")?.value;
  const signature = value.entries.get("V")?.value;
  if (signature?.kind !== "reference" || drawing?.kind !== "reference" || normal.size !== 1) {
    throw new ForeignChange(`The field "${field.name}" holds something else than a signature.`);
  }
  return { signature: signature.number, appearance: drawing.number };
}

const signatureKeys = new Set(
  "Type Filter SubFilter ByteRange Contents M Name Reason DEPO_Unsigned DEPO_Log".split(" "),
);

function signatureIn(object: PdfObject | undefined): Dictionary {
  const value = object?.value;
  const ours =
    value?.kind === "dictionary" &&
    object?.stream === null &&
    isName(value.entries.get("Type")?.value, "Sig") &&
    isName(value.entries.get("SubFilter")?.value, "ETSI.CAdES.detached") &&
    [...value.entries.keys()].every((key) => signatureKeys.has(key));
  if (!ours) throw new ForeignChange("A field holds something else than a signature.");
  return value;
}

/** Numbers of all objects that the drawing needs; all must be in the revision. */
function reachable(first: number, added: Map<number, PdfObject>): Set<number> {
  const seen = new Set<number>();
  const queue = [first];
  for (let number = queue.pop(); number !== undefined; number = queue.pop()) {
    if (seen.has(number)) continue;
    const object = added.get(number);
    if (!object) throw new ForeignChange("A signature is drawn with parts of the signed text.");
    seen.add(number);
    collectReferences(object.value, queue);
  }
  return seen;
}

function collectReferences(value: PdfValue, into: number[]): void {
  if (value.kind === "reference") into.push(value.number);
  if (value.kind === "array") for (const item of value.items) collectReferences(item, into);
  if (value.kind === "dictionary") {
    for (const entry of value.entries.values()) collectReferences(entry.value, into);
  }
}

/** PDF/A requires every font to be in the file, and no signature may break that (ISO 19005-2, 6.2.11.4). */
function checkFont({ value }: PdfObject): void {
  const entries = value.kind === "dictionary" ? value.entries : new Map();
  const type: PdfValue | undefined = entries.get("Type")?.value;
  const subtype: PdfValue | undefined = entries.get("Subtype")?.value;
  const carried =
    !isName(type, "Font") || isName(subtype, "Type0") || isName(subtype, "CIDFontType2");
  if (!carried || (isName(type, "FontDescriptor") && !entries.has("FontFile2"))) {
    throw new ForeignChange("A signature is drawn with fonts that the file does not carry.");
  }
}

const formKeys = new Set("Type Subtype BBox Resources Filter Length".split(" "));

/** The drawing contains only letters: no pictures, layers or links. */
function checkForm(object: PdfObject): void {
  const entries = object.value.kind === "dictionary" ? object.value.entries : new Map();
  const resources: PdfValue | undefined = entries.get("Resources")?.value;
  const letters =
    resources?.kind === "dictionary" &&
    [...resources.entries.keys()].every((key) => key === "Font");
  const plain = [...entries.keys()].every((key) => formKeys.has(key));
  if (!object.stream || !letters || !plain) {
    throw new ForeignChange("A signature shows more than letters.");
  }
}
