import { sql } from "kysely";
import type { Db, Tx } from "#src/db/db.ts";
import { type Profile, profilesFor } from "#src/text/checks/binding/profile.ts";
import { expectProfiles, profileFiles } from "#src/text/checks/binding/profile-shape.ts";
import { templateDigest } from "#src/text/parse-template.ts";

/** The name under which the files of `templates/profiles` are published, all together. No instrument has a slash. */
const profilesName = "profiles/";

/**
 * Publishes the office's profiles if their files differ from those published last; without files, that there are none.
 * @throws Refusal `invalid-template` with the faults by file and line
 */
export async function publishProfiles(
  db: Db,
  files: Record<string, string>,
  now: Date,
): Promise<void> {
  const own = profileFiles(files);
  const last = await newestFiles(db);
  if (JSON.stringify(last ?? {}) === JSON.stringify(own)) return;
  expectProfiles(own);
  // An office may return to words that it had before, and each publication has a digest of its own.
  const digest = await templateDigest({ ...own, published: now.toISOString() });
  await db
    .insertInto("templates")
    .values({ digest, name: profilesName, files: JSON.stringify(own), published_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The profiles for an agreement: of its recorded kind, and of its template. Two queries. */
export async function findProfiles(
  db: Db | Tx,
  { template, terms }: { template: string; terms: { binding: boolean } },
): Promise<Profile[]> {
  const files = await newestFiles(db);
  if (!files || Object.keys(files).length === 0) return [];
  const made = await db
    .selectFrom("templates")
    .select("name")
    .where("digest", "=", template)
    .executeTakeFirst();
  return profilesFor(expectProfiles(files), {
    binding: terms.binding,
    template: made?.name ?? "",
  });
}

async function newestFiles(db: Db | Tx): Promise<Record<string, string> | undefined> {
  const row = await db
    .selectFrom("templates")
    .select("files")
    .where("name", "=", sql.lit(profilesName))
    .orderBy("published_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && profileFiles(row.files);
}
