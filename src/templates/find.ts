import type { Db } from "#src/db.ts";
import { Refusal } from "#src/errors.ts";

export type PublishedTemplate = {
  digest: string;
  name: string;
  files: Record<string, string>;
  published_at: Date;
};

/** The newest published version of a template, or the one of this digest; else a Refusal. */
export async function findTemplate(db: Db, nameOrDigest: string): Promise<PublishedTemplate> {
  const template = await db
    .selectFrom("templates")
    .select(["digest", "name", "files", "published_at"])
    .where((eb) => eb.or([eb("name", "=", nameOrDigest), eb("digest", "=", nameOrDigest)]))
    .orderBy("published_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!template) throw new Refusal("not-found", "There is no such template.");
  return template;
}

/** The newest version of every template, by name. */
export function listTemplates(db: Db): Promise<PublishedTemplate[]> {
  return db
    .selectFrom("templates")
    .distinctOn("name")
    .select(["digest", "name", "files", "published_at"])
    .orderBy("name")
    .orderBy("published_at", "desc")
    .execute();
}
