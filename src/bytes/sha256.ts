import { hash } from "node:crypto";

/** sha-256 in lower-case hex; of a string, of its UTF-8 bytes. */
export async function sha256(content: Uint8Array | string): Promise<string> {
  return hash("sha256", content);
}
