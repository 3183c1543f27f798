import { Refusal } from "#src/errors.ts";
import { Broken } from "./broken.ts";
import { findObject, type PdfFile } from "./read-file.ts";
import type { Dictionary } from "./read-value.ts";
import { timestampDictionary } from "./signature-dictionary.ts";
import { dictionaryAt, resolve } from "./signature-fields.ts";
import { latin, type NewObject, sizeIn, sizeOf, textOf, writeRevision } from "./write-revision.ts";

/** Object numbers of the certificates and revocation lists in a document security store. */
export type StoreNumbers = { certificates: number[]; lists: number[] };

/**
 * Appends an archive revision (ETSI EN 319 142-1, 5.4): adds the certificates and lists to the document security store,
 * and a document timestamp over the whole file that waits for its token. The timestamp's field is on no page, so that
 * no page is rewritten. `sizeOfToken` is the number of bytes reserved for the token.
 *
 * @throws Refusal `invalid-pdf` if the form is not a separate object
 */
export function prepareArchive(
  file: PdfFile,
  added: { certificates: Uint8Array[]; lists: Uint8Array[] },
  sizeOfToken: number,
) {
  const upTo = file.revisions.length - 1;
  const number = sizeOf(file);
  const earlier = storeIn(file, upTo);
  const from = number + 3;
  const numbersOf = (items: Uint8Array[], first: number) => items.map((_, index) => first + index);
  const store: StoreNumbers = {
    certificates: [...earlier.certificates, ...numbersOf(added.certificates, from)],
    lists: [...earlier.lists, ...numbersOf(added.lists, from + added.certificates.length)],
  };
  const places = archivePlaces(file, upTo);
  if (!places) throw new Refusal("invalid-pdf", "The form is not one that the depositary writes.");
  const dictionary = timestampDictionary(sizeOfToken);
  const streams = [...added.certificates, ...added.lists].map((bytes, index): NewObject => {
    const head = latin(`${streamDictionary(bytes.length)}\nstream\n`);
    return {
      number: from + index,
      body: Buffer.concat([head, bytes, latin("\nendstream")]),
    };
  });
  const written = writeRevision(file, [
    { number, body: dictionary.body },
    { number: number + 1, body: latin(timestampField(upTo + 1, number)) },
    { number: number + 2, body: latin(storeDictionary(store)) },
    { number: places.catalog, body: latin(catalogWith(file, upTo, number + 2)) },
    { number: places.form, body: latin(formWith(file, upTo, number + 1)) },
    ...streams,
  ]);
  return { ...written, number, dictionary };
}

/** The places of the catalogue and the form; null if either is not a separate object. */
export function archivePlaces(file: PdfFile, upTo: number) {
  const root = file.revisions[upTo]!.trailer.entries.get("Root")?.value;
  const catalog = dictionaryAt(file, root, upTo);
  const form = catalog?.entries.get("AcroForm")?.value;
  if (root?.kind !== "reference" || form?.kind !== "reference") return null;
  return { catalog: root.number, form: form.number };
}

/** The store at the end of a revision; two empty lists if there is none. */
export function storeIn(file: PdfFile, upTo: number): StoreNumbers {
  const root = file.revisions[upTo]!.trailer.entries.get("Root")?.value;
  const catalog = dictionaryAt(file, root, upTo);
  const store = dictionaryAt(file, catalog?.entries.get("DSS")?.value, upTo);
  return { certificates: numbersIn(store, "Certs"), lists: numbersIn(store, "CRLs") };
}

/** The bytes of a stream in the store. */
export function storedBytes(file: PdfFile, number: number, upTo: number): Uint8Array {
  const stream = findObject(file, number, upTo)?.stream;
  if (!stream) throw new Broken("malformed", "A certificate in the store is missing.");
  return file.bytes.subarray(stream.start, stream.end);
}

// Writer and verifier share the functions below, because this kind of revision has only one form.

export function timestampField(index: number, value: number): string {
  return `<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (Timestamp-${index})\n/F 132\n/Rect [0 0 0 0]\n/V ${value} 0 R\n>>`;
}

export function storeDictionary({ certificates, lists }: StoreNumbers): string {
  const all = (numbers: number[]) => numbers.map((number) => `${number} 0 R`).join(" ");
  return `<<\n/Type /DSS\n/Certs [${all(certificates)}]\n/CRLs [${all(lists)}]\n>>`;
}

export function streamDictionary(length: number): string {
  return `<< /Length ${length} >>`;
}

export function catalogWith(file: PdfFile, upTo: number, store: number): string {
  const places = archivePlaces(file, upTo);
  const catalog = places && dictionaryIn(file, places.catalog, upTo);
  if (!catalog) throw new Broken("malformed", "The file has no catalogue.");
  return `<<\n${entriesBut(file, catalog, "DSS")}\n/DSS ${store} 0 R\n>>`;
}

export function formWith(file: PdfFile, upTo: number, field: number): string {
  const places = archivePlaces(file, upTo);
  const form = places && dictionaryIn(file, places.form, upTo);
  const list = resolve(file, form?.entries.get("Fields")?.value, upTo);
  if (!form || list?.kind !== "array") throw new Broken("malformed", "The file has no form.");
  const fields = [...list.items.map((item) => textOf(file.bytes, item)), `${field} 0 R`];
  return `<<\n${entriesBut(file, form, "Fields")}\n/Fields [${fields.join(" ")}]\n>>`;
}

/** Whether an object was new in a revision. */
export function isNewIn(file: PdfFile, index: number, number: number): boolean {
  return number >= sizeIn(file.revisions[index - 1]!);
}

function dictionaryIn(file: PdfFile, number: number, upTo: number): Dictionary | null {
  const object = findObject(file, number, upTo);
  return object?.value.kind === "dictionary" && !object.stream ? object.value : null;
}

function entriesBut(file: PdfFile, dictionary: Dictionary, left: string): string {
  return [...dictionary.entries]
    .filter(([key]) => key !== left)
    .map(([, { start, value }]) => textOf(file.bytes, { ...value, start }))
    .join("\n");
}

function numbersIn(store: Dictionary | null, key: string): number[] {
  const list = store?.entries.get(key)?.value;
  const items = list?.kind === "array" ? list.items : [];
  return items.map((item) => (item.kind === "reference" ? item.number : 0));
}
