import { sha256 } from "#src/bytes/sha256.ts";

type Named = { original: string; digest: string };

/**
 * The digest that a signatory consents to: the sha-256 of the one original. With the alternat, the sha-256 over all of
 * them, one line `KZ:<digest>` each, in order of the codes. One consent covers every original. `facts_of` in the database
 * computes the same.
 */
export function originalsDigest(originals: Named[]): string | Promise<string> {
  const [only, ...others] = originals;
  if (only && others.length === 0 && only.original === "common") return only.digest;
  const lines = originals.map(({ original, digest }) => `${original}:${digest}\n`);
  return sha256(lines.sort().join(""));
}
