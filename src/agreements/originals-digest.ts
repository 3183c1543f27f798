import { sql } from "kysely";
import { sha256 } from "#src/bytes/sha256.ts";

type Named = { original: string; digest: string };

/**
 * What a signatory consents to: the one original's sha-256, or by the alternat the sha-256 of all of them, each
 * as `KZ:<digest>` on a line of its own in order of the codes. One consent covers every original.
 */
export function originalsDigest(originals: Named[]): string | Promise<string> {
  const [only, ...others] = originals;
  if (only && others.length === 0 && only.original === "common") return only.digest;
  const lines = originals.map(({ original, digest }) => `${original}:${digest}\n`);
  return sha256(lines.sort().join(""));
}

/** The same in SQL, of the agreement `a` at its current text; null while nothing is typeset. */
export const storedOriginalsDigest = sql<string | null>`(SELECT CASE
    WHEN bool_and(original = 'common') THEN min(digest)
    ELSE encode(sha256(convert_to(string_agg(original || ':' || digest || E'\\n', ''
      ORDER BY original COLLATE "C"), 'UTF8')), 'hex') END
  FROM originals WHERE agreement = a.id AND number = a.text_version)`;
