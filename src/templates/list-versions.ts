import type { Db } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { PublishedTemplate } from "./find.ts";

/** Who published it; null if it came with the service. */
export type TemplateVersion = PublishedTemplate & { publishedBy: string | null };

/** All versions of an instrument's template, newest first. Throws a Refusal if there are none. */
export async function listTemplateVersions(db: Db, name: string): Promise<TemplateVersion[]> {
  const rows = await versions(db).where("templates.name", "=", name).execute();
  if (rows.length === 0) throw new Refusal("not-found", "There is no such template.");
  return rows;
}

/** One version, with its files. */
export async function findTemplateVersion(
  db: Db,
  name: string,
  digest: string,
): Promise<TemplateVersion> {
  const row = await versions(db)
    .where("templates.name", "=", name)
    .where("templates.digest", "=", digest)
    .executeTakeFirst();
  if (!row) throw new Refusal("not-found", "There is no such version of the template.");
  return row;
}

function versions(db: Db) {
  return db
    .selectFrom("templates")
    .leftJoin("template_events", "template_events.digest", "templates.digest")
    .select([
      "templates.digest",
      "templates.name",
      "templates.files",
      "templates.published_at",
      "template_events.actor as publishedBy",
    ])
    .where("templates.name", "not like", "%/%")
    .orderBy("templates.published_at", "desc")
    .orderBy("templates.digest");
}
