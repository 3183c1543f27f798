import type { Argument, Cryptoki } from "./cryptoki.ts";
import { attributes, classes } from "./names.ts";

/** The most objects that can share one label. */
const maxObjects = 64;

/** Objects of a class, with a given label or id if there is one. Throws CryptokiError. */
export async function findObjects(
  cryptoki: Cryptoki,
  session: number,
  wanted: { class: keyof typeof classes; label?: string; id?: Uint8Array },
): Promise<number[]> {
  const { words, readWord, wordSize, call } = cryptoki;
  const parts: [number, Uint8Array][] = [[attributes.class, words(classes[wanted.class])]];
  if (wanted.label !== undefined) parts.push([attributes.label, Buffer.from(wanted.label)]);
  if (wanted.id) parts.push([attributes.id, wanted.id]);
  const template = words(
    ...parts.flatMap(([type, value]): Argument[] => [type, value, value.length]),
  );
  const found = Buffer.alloc(maxObjects * wordSize);
  const count = words(0);
  await call("C_FindObjectsInit", session, template, parts.length);
  try {
    await call("C_FindObjects", session, found, maxObjects, count);
  } finally {
    await call("C_FindObjectsFinal", session);
  }
  return Array.from({ length: readWord(count) }, (_, at) => readWord(found, at * wordSize));
}

/** One attribute's bytes; null if the object lacks it. Throws CryptokiError. */
export async function readAttribute(
  cryptoki: Cryptoki,
  session: number,
  object: number,
  type: keyof typeof attributes,
): Promise<Uint8Array | null> {
  const { words, readWord, wordSize, call } = cryptoki;
  const value = Buffer.alloc(16_384);
  const attribute = words(attributes[type], value, value.length);
  try {
    await call("C_GetAttributeValue", session, object, attribute, 1);
  } catch {
    return null;
  }
  const length = readWord(attribute, attribute.length - wordSize);
  return length <= value.length ? new Uint8Array(value.subarray(0, length)) : null;
}
