import { X509Certificate } from "node:crypto";
import {
  archivePlaces,
  catalogWith,
  formWith,
  isNewIn,
  type StoreNumbers,
  storeDictionary,
  storedBytes,
  storeIn,
  streamDictionary,
  timestampField,
} from "../revisions/archive-revision.ts";
import { findObject, type PdfFile } from "../revisions/read-file.ts";
import type { PdfObject } from "../revisions/read-object.ts";
import type { Dictionary, PdfValue } from "../revisions/read-value.ts";
import { dictionaryAt, isName } from "../revisions/signature-fields.ts";
import { textOf } from "../revisions/write-revision.ts";
import { isIssuedBy, readCrl } from "../revocation/read-crl.ts";
import { type AddedSignature, checkTrailer, ForeignChange } from "./check-revision.ts";

/** Whether a revision rewrites the catalogue, as only archive revisions do. */
export function isArchive(file: PdfFile, index: number): boolean {
  const places = archivePlaces(file, index - 1);
  return places !== null && file.revisions[index]!.objects.has(places.catalog);
}

/**
 * Proves that revision `index` adds a document security store and a document timestamp and nothing else: compares the
 * objects with the ones that we would write.
 *
 * @throws ForeignChange
 * @throws Broken
 */
export function checkArchive(file: PdfFile, index: number): AddedSignature {
  const revision = file.revisions[index]!;
  checkTrailer(file, revision, file.revisions[index - 1]!);
  const places = archivePlaces(file, index - 1);
  const store = referenceIn(file, index, "DSS");
  const field = lastField(file, index);
  const objectOf = (number: number) => findObject(file, number, index);
  const value = numberOfValue(objectOf(field));
  const dictionary = value === null ? null : timestampIn(objectOf(value));
  if (!places || !dictionary || value === null) throw new ForeignChange("A timestamp is missing.");
  const numbers = storeIn(file, index);
  expectText(file, objectOf(places.catalog), catalogWith(file, index - 1, store));
  expectText(file, objectOf(places.form), formWith(file, index - 1, field));
  expectText(file, objectOf(field), timestampField(index, value));
  expectText(file, objectOf(store), storeDictionary(numbers));
  const streams = newStreams(storeIn(file, index - 1), numbers);
  for (const number of streams) expectStream(file, objectOf(number));
  const added = [value, field, store, ...streams];
  const all = new Set([...added, places.catalog, places.form]);
  if (
    all.size !== revision.entries.length ||
    !revision.entries.every(({ number }) => all.has(number)) ||
    !added.every((number) => isNewIn(file, index, number))
  ) {
    throw new ForeignChange("Objects were added that no timestamp needs.");
  }
  checkStore(file, numbers, index);
  return { field: `Timestamp-${index}`, dictionary };
}

function referenceIn(file: PdfFile, index: number, key: string): number {
  const root = file.revisions[index]!.trailer.entries.get("Root")?.value;
  const value = dictionaryAt(file, root, index)?.entries.get(key)?.value;
  return value?.kind === "reference" ? value.number : 0;
}

function lastField(file: PdfFile, index: number): number {
  const root = file.revisions[index]!.trailer.entries.get("Root")?.value;
  const form = dictionaryAt(
    file,
    dictionaryAt(file, root, index)?.entries.get("AcroForm")?.value,
    index,
  );
  const fields: PdfValue | undefined = form?.entries.get("Fields")?.value;
  const last = fields?.kind === "array" ? fields.items.at(-1) : undefined;
  return last?.kind === "reference" ? last.number : 0;
}

function numberOfValue(field: PdfObject | null): number | null {
  const value = field?.value.kind === "dictionary" ? field.value.entries.get("V")?.value : null;
  return value?.kind === "reference" ? value.number : null;
}

const timestampKeys = ["Type", "Filter", "SubFilter", "ByteRange", "Contents"];

function timestampIn(object: PdfObject | null): Dictionary | null {
  const value = object?.value;
  if (value?.kind !== "dictionary" || object?.stream) return null;
  const ours =
    [...value.entries.keys()].join() === timestampKeys.join() &&
    isName(value.entries.get("Type")?.value, "DocTimeStamp") &&
    isName(value.entries.get("Filter")?.value, "Adobe.PPKLite") &&
    isName(value.entries.get("SubFilter")?.value, "ETSI.RFC3161");
  return ours ? value : null;
}

function expectText(file: PdfFile, object: PdfObject | null, wanted: string): void {
  if (!object || object.stream || textOf(file.bytes, object.value) !== wanted) {
    throw new ForeignChange("A timestamp was added along with something else.");
  }
}

function expectStream(file: PdfFile, object: PdfObject | null): void {
  const length = object?.stream ? object.stream.end - object.stream.start : -1;
  if (!object || textOf(file.bytes, object.value) !== streamDictionary(length)) {
    throw new ForeignChange("What is kept of certificates is written unusually.");
  }
}

/** The store keeps its earlier content in the same order, and names each part once. */
function newStreams(before: StoreNumbers, now: StoreNumbers): number[] {
  const added = (old: number[], all: number[]) => {
    if (!old.every((number, i) => all[i] === number)) {
      throw new ForeignChange("Certificates were taken out of the file.");
    }
    return all.slice(old.length);
  };
  return [...added(before.certificates, now.certificates), ...added(before.lists, now.lists)];
}

/** Throws unless the store has only certificates, and lists that authorities among them have signed. */
function checkStore(file: PdfFile, numbers: StoreNumbers, index: number): void {
  const contents = readStore(file, numbers, index);
  if (!contents) throw new ForeignChange("What is kept of certificates cannot be read.");
}

/** The store's certificates and revocation lists; null if one is not what it should be. */
export function readStore(file: PdfFile, numbers: StoreNumbers, index: number) {
  try {
    const certificates = numbers.certificates.map((number) => {
      const der = storedBytes(file, number, index);
      const certificate = new X509Certificate(der);
      if (certificate.raw.length !== der.length) throw new Error("Bytes follow a certificate.");
      return certificate;
    });
    const lists = numbers.lists.map((number) => readCrl(storedBytes(file, number, index)));
    const proven = lists.every((list) => certificates.some((one) => isIssuedBy(list, one)));
    return proven ? { certificates, lists } : null;
  } catch {
    // Hostile bytes make parsers fail in many ways, and each means the same.
    return null;
  }
}
