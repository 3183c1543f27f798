import type { Db } from "#src/db/db.ts";
import { parseForm } from "#src/text/act-form.ts";
import { clauseFiles } from "#src/text/clauses.ts";
import { expectTerms } from "#src/text/decided-terms.ts";
import { checkLetters } from "#src/text/letter-faults.ts";
import { parseTemplate, templateDigest } from "#src/text/parse-template.ts";
import { publishProfiles } from "./profiles.ts";

/**
 * Publishes the folder of templates: the words of languages, instruments and forms of acts. Changed ones become new versions; versions that
 * agreements were made from stay. Throws the Refusal of an unusable template. Does not read what is already published.
 */
export async function publishTemplates(
  db: Db,
  files: Record<string, string>,
  now: Date,
): Promise<void> {
  const known = new Set(await publishedDigests(db));
  const fresh = async (all: Record<string, Record<string, string>>) => {
    const digested = Object.entries(all).map(async ([name, own]) => {
      return { name, own, digest: await templateDigest(own) };
    });
    return (await Promise.all(digested)).filter(({ digest }) => !known.has(digest));
  };
  const languages = await fresh({ [languagesName]: languageFiles(files) });
  for (const { own } of languages) {
    const { expectLanguages } = await import("#src/text/language/shape.ts");
    expectLanguages(own);
  }
  await publishProfiles(db, files, now);
  const instruments = await fresh(splitTemplates(files));
  const forms = await fresh(splitForms(files));
  for (const { own } of instruments) expectTerms(parseTemplate(own));
  for (const { own } of forms) parseForm(own);
  if (Object.keys(files).some((path) => path.startsWith("letters/"))) checkLetters(files);
  for (const { name, own, digest } of [...languages, ...instruments, ...forms]) {
    await db
      .insertInto("templates")
      .values({ digest, name, files: JSON.stringify(own), published_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

async function publishedDigests(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("templates").select("digest").execute();
  return rows.map(({ digest }) => digest);
}

/**
 * The files of each template, by its folder's name. A folder with a `template.yaml` is a template. Clauses that it
 * names from the library are copied into it.
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

/** The files of each form of an act, by its published name. */
export function splitForms(files: Record<string, string>): Record<string, Record<string, string>> {
  const forms: Record<string, Record<string, string>> = {};
  for (const [path, content] of Object.entries(files)) {
    const [, name, file] = path.match(/^(acts\/[^/]+)\/([^/]+)$/) ?? [];
    if (name && file) forms[name] = { ...forms[name], [file]: content };
  }
  return forms;
}

/**
 * The name under which the files of `templates/languages` are published, so that a start reads only those that changed.
 * No instrument has it: a template's name has no slash.
 */
const languagesName = "languages/";

/** The files of languages among those of `templates/`, by their path. */
export function languageFiles(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => /^languages\/[^/]+\.yaml$/.test(path)),
  );
}
