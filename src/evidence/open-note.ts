import { createHash, createPublicKey, verify } from "node:crypto";

/** The bytes before a 32-byte Ed25519 key in its SubjectPublicKeyInfo (RFC 8410, 4). */
export const spki = Buffer.from("302a300506032b6570032100", "hex");

/** The note's text if this key signed it, else null; ignores other keys' signatures. */
export function openNote(note: string, vkey: string): string | null {
  const [, name = "", id, encoded = ""] = vkey.match(/^([^+\s]+)\+([0-9a-f]{8})\+(.{44})$/) ?? [];
  const typed = Buffer.from(encoded, "base64");
  if (typed.length !== 33 || typed[0] !== 1 || keyId(name, typed) !== id) return null;
  const bytes = Buffer.concat([spki, typed.subarray(1)]);
  const key = createPublicKey({ key: bytes, format: "der", type: "spki" });
  const end = note.lastIndexOf("\n\n") + 1;
  const [text, lines] = [note.slice(0, end), note.slice(end + 1)];
  if (!/^(?:— \S+ [A-Za-z0-9+/]+=*\n)+$/.test(lines)) return null;
  const own = [...lines.matchAll(/^— (\S+) (\S{90}[AEIMQUYcgkosw048]=)$/gm)]
    .map(([, by, signature = ""]) => ({ by, signature: Buffer.from(signature, "base64") }))
    .filter(({ by, signature }) => by === name && signature.toString("hex", 0, 4) === id);
  const signed = (signature: Buffer) => verify(null, Buffer.from(text), key, signature.subarray(4));
  return own.length > 0 && own.every(({ signature }) => signed(signature)) ? text : null;
}

/** The first four bytes, in hex, of the hash by which a note names a key: over its name, its type and its bytes. */
export const keyId = (name: string, typed: Uint8Array) =>
  createHash("sha256").update(`${name}\n`).update(typed).digest("hex").slice(0, 8);

/** The state of a log: its name, how many leaves it has, their root in hex. */
export type Checkpoint = { origin: string; size: number; root: string };

/** The checkpoint in a note that this key signed under its own name, else null. */
export function openCheckpoint(note: string, vkey: string): Checkpoint | null {
  const [, origin = "", size, root = ""] =
    openNote(note, vkey)?.match(/^(\S+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n/) ?? [];
  if (!size || origin !== vkey.split("+")[0]) return null;
  return { origin, size: Number(size), root: Buffer.from(root, "base64").toString("hex") };
}

/** States that an agreement's chain has this many entries and this head. */
export type Statement = { agreement: string; entries: number; head: string };

/** The statement in a note that this key signed, else null. */
export function openStatement(note: string, vkey: string): Statement | null {
  const [, agreement = "", entries, head = ""] =
    openNote(note, vkey)?.match(/^depositary evidence of (\S+)\n(\d+)\n([0-9a-f]{64})\n$/) ?? [];
  return entries ? { agreement, entries: Number(entries), head } : null;
}
