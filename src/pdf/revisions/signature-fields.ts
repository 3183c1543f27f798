import { Broken } from "./broken.ts";
import { findObject, type PdfFile } from "./read-file.ts";
import type { PdfObject } from "./read-object.ts";
import { decodeText } from "./read-text.ts";
import type { Dictionary, PdfValue } from "./read-value.ts";

export type SignatureField = {
  name: string;
  /** The field, which is its own widget. */
  object: PdfObject;
  dictionary: Dictionary;
};

/**
 * The signature fields of the form at the end of revision `upTo` (ISO 32000-1, 12.7.4.5).
 *
 * @throws Broken if the form is not of the kind we write: a flat list of fields
 */
export function signatureFields(file: PdfFile, upTo: number): SignatureField[] {
  const root = file.revisions[upTo]!.trailer.entries.get("Root")?.value;
  const catalog = dictionaryAt(file, root, upTo);
  if (!catalog) throw new Broken("malformed", "The file has no catalogue.");
  const form = dictionaryAt(file, catalog.entries.get("AcroForm")?.value, upTo);
  const list = resolve(file, form?.entries.get("Fields")?.value, upTo);
  if (!form || !list) return [];
  if (form.entries.has("XFA")) throw new Broken("malformed", "The form redraws itself.");
  if (list.kind !== "array") throw new Broken("malformed", "The form has no list of fields.");
  const fields: SignatureField[] = [];
  const seen = new Set<number>();
  const names = new Set<string>();
  for (const item of list.items) {
    const number = item.kind === "reference" ? item.number : 0;
    const object = seen.has(number) ? null : findObject(file, number, upTo);
    seen.add(number);
    const dictionary = object?.value.kind === "dictionary" ? object.value : null;
    if (!object || !dictionary)
      throw new Broken("malformed", "A field of the form is missing or stands twice.");
    if (!isName(dictionary.entries.get("FT")?.value, "Sig")) continue;
    const title = dictionary.entries.get("T")?.value;
    const name = title?.kind === "string" ? decodeText(title.value) : "";
    if (names.has(name) || name === "" || dictionary.entries.has("Kids")) {
      throw new Broken("malformed", `The signature field "${name}" is not one field of its own.`);
    }
    names.add(name);
    fields.push({ name, object, dictionary });
  }
  return fields;
}

export function isName(value: PdfValue | undefined, name: string): boolean {
  return value?.kind === "name" && value.value === name;
}

/** The value itself, or the target of the reference; null if there is none. */
export function resolve(file: PdfFile, value: PdfValue | undefined, upTo: number): PdfValue | null {
  if (value?.kind !== "reference") return value ?? null;
  const target = findObject(file, value.number, upTo)?.value ?? null;
  // A reference to a reference is not allowed, and could form a loop.
  return target?.kind === "reference" ? null : target;
}

export function dictionaryAt(
  file: PdfFile,
  value: PdfValue | undefined,
  upTo: number,
): Dictionary | null {
  const resolved = resolve(file, value, upTo);
  return resolved?.kind === "dictionary" ? resolved : null;
}
