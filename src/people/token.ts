import { base64url } from "#src/bytes/base64url.ts";

/** A secret of 256 random bits, in base64url. */
export function newToken(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}
