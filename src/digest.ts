import { createHash, hash } from "node:crypto";

/** sha-256 in lower-case hex; of a string, of its UTF-8 bytes. */
export async function sha256(content: Uint8Array | string): Promise<string> {
  return hash("sha256", content);
}

/** sha-256 as bytes, of a string's UTF-8. */
export async function sha256Bytes(content: string): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(createHash("sha256").update(content).digest());
}
