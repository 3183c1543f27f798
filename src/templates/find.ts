import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";

export type PublishedTemplate = {
  digest: string;
  name: string;
  files: Record<string, string>;
  published_at: Date;
};

const columns = ["digest", "name", "files", "published_at"] as const;

/** Forms of acts are published next to the instruments, with a name prefix that no instrument has. */
const formsBegin = "acts/";

/** No instrument's name has a slash; forms of acts and the words of languages have one. */
const notInstruments = "%/%";

/** Whether the secretariat has hidden the template from new agreements. */
const retired = sql<boolean>`coalesce((SELECT e.event = 'retired' FROM template_events e
  WHERE e.name = templates.name AND e.event <> 'published' ORDER BY e.seq DESC LIMIT 1), false)`;

/**
 * The newest published version of an instrument's template, or the one with this digest. Throws a Refusal if there is
 * none or it is retired.
 */
export async function findTemplate(db: Db, nameOrDigest: string): Promise<PublishedTemplate> {
  const template = await db
    .selectFrom("templates")
    .select(columns)
    .where((eb) => eb.or([eb("name", "=", nameOrDigest), eb("digest", "=", nameOrDigest)]))
    .where("name", "not like", notInstruments)
    .where(sql<boolean>`NOT ${retired}`)
    .orderBy("published_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!template) throw new Refusal("not-found", "There is no such template.");
  return template;
}

/** The newest version of every instrument's template, by name; including retired ones on request. */
export function listTemplates(
  db: Db,
  { retired: also }: { retired: boolean } = { retired: false },
): Promise<(PublishedTemplate & { retired: boolean })[]> {
  const all = newest(db).select(retired.as("retired")).where("name", "not like", notInstruments);
  return (also ? all : all.where(sql<boolean>`NOT ${retired}`)).execute();
}

/** The newest version of every form of an act, by name. */
export function listForms(db: Db): Promise<PublishedTemplate[]> {
  return newest(db).where("name", "like", `${formsBegin}%`).execute();
}

/** The newest version of a form of an act. Throws a Refusal if there is none. */
export async function findForm(db: Db, name: string): Promise<PublishedTemplate> {
  const form = await newest(db).where("name", "=", `${formsBegin}${name}`).executeTakeFirst();
  if (!form) throw new Refusal("not-found", "There is no such form.");
  return form;
}

function newest(db: Db) {
  return db
    .selectFrom("templates")
    .distinctOn("name")
    .select(columns)
    .orderBy("name")
    .orderBy("published_at", "desc");
}
