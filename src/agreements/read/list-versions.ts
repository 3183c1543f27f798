import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import type { Terms } from "#workflows/terms.ts";

export type VersionView = {
  number: number;
  digest: string;
  createdBy: string;
  author: Worded;
  /** The author's note about it. */
  note: string | null;
  createdAt: string;
  texts: Record<string, string>;
  /** What the texts mean to the law. */
  terms: Terms;
};

/** The agreement's text versions, newest first, each with the digest of every language's text. */
export async function listVersions(db: Db, agreement: string): Promise<VersionView[]> {
  const rows = await db
    .selectFrom("versions")
    .innerJoin("version_texts", (join) =>
      join
        .onRef("version_texts.agreement", "=", "versions.agreement")
        .onRef("version_texts.number", "=", "versions.number"),
    )
    .innerJoin("people", "people.id", "versions.created_by")
    .innerJoin("agreements", "agreements.id", "versions.agreement")
    .select((eb) => [
      "versions.number",
      "versions.digest",
      "versions.created_by",
      "versions.note",
      // A version without its own was written by a release that did not change terms.
      sql<Terms>`coalesce(versions.terms, agreements.terms)`.as("terms"),
      "people.names",
      "versions.created_at",
      eb.fn
        .agg<Record<string, string>>("jsonb_object_agg", [
          "version_texts.language",
          "version_texts.digest",
        ])
        .as("texts"),
    ])
    .where("versions.agreement", "=", agreement)
    .groupBy(["versions.agreement", "versions.number", "people.id", "agreements.id"])
    .orderBy("versions.number", "desc")
    .execute();
  return rows.map((row) => ({
    number: row.number,
    digest: row.digest,
    createdBy: row.created_by,
    author: row.names,
    note: row.note,
    createdAt: row.created_at.toISOString(),
    texts: row.texts,
    terms: row.terms,
  }));
}
