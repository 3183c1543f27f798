import { sha256 } from "#src/bytes/sha256.ts";

/**
 * The digest of a version: sha-256 (hex) over one line per language, `en <sha-256 of the text>`, sorted by language,
 * and a line `terms <sha-256 of the terms>`; versions older than that line have none. Parties approve it, officers
 * authenticate it and signatories consent to it. It does not depend on the order of the parties in an original.
 */
export function versionDigest(
  texts: { language: string; digest: string }[],
  terms: string | null,
): Promise<string> {
  const lines = texts.map(({ language, digest }) => `${language} ${digest}\n`).sort();
  const last = terms === null ? "" : `terms ${terms}\n`;
  return sha256(`depositary text version\n${lines.join("")}${last}`);
}
