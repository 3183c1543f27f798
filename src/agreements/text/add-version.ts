import type { Tx } from "#src/db/db.ts";
import type { KeptDifference, Terms } from "#workflows/terms.ts";
import { termsDigest } from "./terms-digest.ts";
import { versionDigest } from "./version-digest.ts";

export type NewText = { language: string; digest: string; markdown: string };

type VersionText = Pick<NewText, "language" | "digest"> & { drafter: string };

export type NewVersion = {
  agreement: string;
  number: number;
  /** Every language's text. */
  texts: VersionText[];
  differences: KeptDifference[];
  terms: Terms;
  note: string | null;
  by: string;
  at: Date;
};

/** Writes a version: its terms, the digest over texts and terms, and the digest of each text. Returns its digest. */
export async function addVersion(
  tx: Tx,
  { agreement, number, texts, terms, differences, note, by, at }: NewVersion,
): Promise<string> {
  const terms_digest = await termsDigest(terms);
  const digest = await versionDigest(texts, terms_digest);
  await tx
    .insertInto("versions")
    .values({
      agreement,
      number,
      digest,
      terms: JSON.stringify(terms),
      terms_digest,
      differences: JSON.stringify(differences),
      note,
      created_by: by,
      created_at: at,
    })
    .execute();
  const rows = texts.map(({ language, digest, drafter }) => {
    return { agreement, number, language, digest, drafter };
  });
  await tx.insertInto("version_texts").values(rows).execute();
  return digest;
}

/** Stores the words of texts under their digests; words that are known already stay. */
export async function keepBodies(tx: Tx, texts: NewText[]): Promise<void> {
  if (texts.length === 0) return;
  await tx
    .insertInto("text_bodies")
    .values(texts.map(({ digest, markdown }) => ({ digest, markdown })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
