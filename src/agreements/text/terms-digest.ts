import { sha256 } from "#src/bytes/sha256.ts";
import { canonicalJson } from "#src/evidence/canonical-json.ts";
import type { Terms } from "#workflows/terms.ts";

/** sha-256 (hex) of the terms' canonical JSON (RFC 8785), without what is absent. */
export function termsDigest(terms: Terms): Promise<string> {
  return sha256(canonicalJson(JSON.parse(JSON.stringify(terms))));
}
