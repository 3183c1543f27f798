import { sql } from "kysely";
import { sha256 } from "#src/bytes/sha256.ts";

type Named = { original: string; digest: string };

/**
 * The digest that a signatory consents to: the sha-256 of the one original. With the alternat, the sha-256 over all of
 * them, one line `KZ:<digest>` each, in order of the codes. One consent covers every original.
 */
export function originalsDigest(originals: Named[]): string | Promise<string> {
  const [only, ...others] = originals;
  if (only && others.length === 0 && only.original === "common") return only.digest;
  const lines = originals.map(({ original, digest }) => `${original}:${digest}\n`);
  return sha256(lines.sort().join(""));
}

/** The same in SQL, for the agreement `a` at its current text; null until a text is typeset. */
export const storedOriginalsDigest = sql<string | null>`(SELECT CASE
    WHEN bool_and(original = 'common') THEN min(digest)
    ELSE encode(sha256(convert_to(string_agg(original || ':' || digest || E'\\n', ''
      ORDER BY original COLLATE "C"), 'UTF8')), 'hex') END
  FROM originals WHERE agreement = a.id AND number = a.text_version)`;
