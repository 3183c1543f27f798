import { createPublicKey, type KeyObject, sign } from "node:crypto";
import { type Checkpoint, keyId, type Statement, spki } from "./open-note.ts";

/** The signer of notes: the name of the log, and its Ed25519 key. */
export type NoteSigner = { name: string; key: KeyObject };

const ed25519 = Buffer.from([1]);

/** The public key to check a signer's notes: `name+<key id>+base64(0x01 || key)` (C2SP signed-note). */
export function vkeyOf({ name, key }: NoteSigner): string {
  const raw = createPublicKey(key).export({ type: "spki", format: "der" }).subarray(spki.length);
  const typed = Buffer.concat([ed25519, raw]);
  return `${name}+${keyId(name, typed)}+${typed.toString("base64")}`;
}

/** Adds a blank line and the signature line to the text, which must end with a line break. */
export function signNote(text: string, { name, key }: NoteSigner): string {
  const id = Buffer.from(vkeyOf({ name, key }).split("+")[1] ?? "", "hex");
  const signature = Buffer.concat([id, sign(null, Buffer.from(text), key)]);
  return `${text}\n— ${name} ${signature.toString("base64")}\n`;
}

/** A checkpoint as the text of a note (C2SP tlog-checkpoint). */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root, "hex").toString("base64")}\n`;
}

export function statementText({ agreement, entries, head }: Statement): string {
  return `depositary evidence of ${agreement}\n${entries}\n${head}\n`;
}
