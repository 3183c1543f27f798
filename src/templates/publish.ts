import type { Db } from "#src/db.ts";
import { clauseFiles } from "#src/text/clauses.ts";
import { parseTemplate, templateDigest } from "#src/text/template.ts";

/**
 * Publishes what the folder of templates holds: a template whose words have changed becomes a new version,
 * and those that agreements were made from stay. Throws the Refusal of a template that cannot be used.
 */
export async function publishTemplates(
  db: Db,
  files: Record<string, string>,
  now: Date,
): Promise<void> {
  for (const [name, own] of Object.entries(splitTemplates(files))) {
    parseTemplate(own);
    await db
      .insertInto("templates")
      .values({
        digest: await templateDigest(own),
        name,
        files: JSON.stringify(own),
        published_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/**
 * The files of each template, by its folder's name: a folder with a `template.yaml` is one. The clauses it
 * names from the library are its own from then on.
 */
export function splitTemplates(
  files: Record<string, string>,
): Record<string, Record<string, string>> {
  const names = Object.keys(files)
    .filter((path) => /^[^/]+\/template\.yaml$/.test(path))
    .map((path) => path.slice(0, path.indexOf("/")));
  return Object.fromEntries(
    names.map((name) => {
      const own = Object.entries(files)
        .filter(([path]) => path.startsWith(`${name}/`))
        .map(([path, content]) => [path.slice(name.length + 1), content]);
      const clauses = clauseFiles(files[`${name}/template.yaml`] ?? "", files);
      return [name, { ...Object.fromEntries(own), ...clauses }];
    }),
  );
}
