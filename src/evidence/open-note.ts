import { createHash, createPublicKey, verify } from "node:crypto";

/** What stands before an Ed25519 key of 32 bytes in its SubjectPublicKeyInfo (RFC 8410, 4). */
export const spki = Buffer.from("302a300506032b6570032100", "hex");
/** The note's text if this key has signed it, else null; other keys' signatures are passed over. */
export function openNote(note: string, vkey: string): string | null {
  const [, name = "", id = "", encoded = ""] = vkey.match(/^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/) ?? [];
  const typed = Buffer.from(encoded, "base64");
  const end = note.lastIndexOf("\n\n");
  if (typed.length !== 33 || typed[0] !== 1 || end < 0 || !note.endsWith("\n")) return null;
  if (keyId(name, typed).toString("hex") !== id) return null;
  const key = createPublicKey({
    key: Buffer.concat([spki, typed.subarray(1)]),
    format: "der",
    type: "spki",
  });
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split("\n");
  const parts = lines.map((line) => line.match(/^— (\S+) ([A-Za-z0-9+/]+=*)$/));
  if (parts.includes(null)) return null;
  const own = parts
    .map((part) => ({ by: part?.[1], bytes: Buffer.from(part?.[2] ?? "", "base64") }))
    .filter(({ by, bytes }) => by === name && bytes.subarray(0, 4).toString("hex") === id);
  const good = own.every(({ bytes }) => verify(null, Buffer.from(text), key, bytes.subarray(4)));
  return own.length > 0 && good ? text : null;
}

/** The state of the log: who it is, how many leaves it has, their root in hex. */
export type Checkpoint = { origin: string; size: number; root: string };

/** The checkpoint of a note that this key has signed under its own name, else null. */
export function openCheckpoint(note: string, vkey: string): Checkpoint | null {
  const match = openNote(note, vkey)?.match(/^(\S+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n/);
  if (!match || match[1] !== vkey.split("+")[0]) return null;
  const [, origin = "", size, root = ""] = match;
  return { origin, size: Number(size), root: Buffer.from(root, "base64").toString("hex") };
}

/** That an agreement's chain has so many entries and this head, as the text of a note. */
export type Statement = { agreement: string; entries: number; head: string };

/** The statement of a note that this key has signed, else null. */
export function openStatement(note: string, vkey: string): Statement | null {
  const match = openNote(note, vkey)?.match(
    /^depositary evidence of ([0-9a-f-]{36})\n([1-9]\d{0,9})\n([0-9a-f]{64})\n$/,
  );
  if (!match) return null;
  const [, agreement = "", entries, head = ""] = match;
  return { agreement, entries: Number(entries), head };
}

/** The first four bytes by which a note names a key: its name, and its type with its bytes. */
export function keyId(name: string, typed: Uint8Array): Buffer {
  return createHash("sha256").update(`${name}\n`).update(typed).digest().subarray(0, 4);
}
