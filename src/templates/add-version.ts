import type { Context } from "#src/context.ts";
import type { Db } from "#src/db/db.ts";
import { type Fault, Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { type Confirming, SecondPersonNeeded } from "#src/people/second-person.ts";
import { clauseFiles } from "#src/text/clauses.ts";
import { expectTerms } from "#src/text/decided-terms.ts";
import { parseTemplate, templateDigest } from "#src/text/parse-template.ts";
import { faultsIn } from "#src/text/policy.ts";
import { checkPrintable } from "#src/text/printable.ts";
import { listTemplates, type PublishedTemplate } from "./find.ts";
import { recordTemplateEvent } from "./manage.ts";

type Files = Record<string, string>;

/**
 * Publishes a version of an instrument's template. Agreements made from earlier versions keep theirs. Clauses that the
 * template names but does not include come from the published templates. Throws a Refusal with file, line and column of
 * the fault, and `SecondPersonNeeded` unless a second person confirms it.
 */
export async function addTemplateVersion(
  { db, now }: Context,
  by: Person,
  { name, files: given }: { name: string; files: Files },
  confirming?: Confirming,
): Promise<Omit<PublishedTemplate, "files">> {
  const files = { ...(await borrowed(db, name, given)), ...given };
  check(name, files);
  const digest = await templateDigest(files);
  if (!confirming) {
    // A legal officer can propose it, but the database lets only the secretariat write it.
    await checkNew(db, digest);
    throw new SecondPersonNeeded();
  }
  const at = now();
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .insertInto("templates")
      .values({ digest, name, files: JSON.stringify(files), published_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .returning("digest")
      .executeTakeFirst();
    if (!row) throw publishedAlready();
    await recordTemplateEvent(tx, { at, actor: by.id, name, event: "published", digest });
    await confirming.end(tx);
    return { name, digest, published_at: at };
  });
}

async function checkNew(db: Db, digest: string): Promise<void> {
  const row = await db
    .selectFrom("templates")
    .select("digest")
    .where("digest", "=", digest)
    .executeTakeFirst();
  if (row) throw publishedAlready();
}

function publishedAlready(): Refusal {
  return new Refusal("already-exists", "This very version is published already.");
}

/** The named clauses, from the template's previous version, else from any other template. */
async function borrowed(db: Db, name: string, given: Files): Promise<Files> {
  const published = await listTemplates(db, { retired: true });
  const own = published.find((one) => one.name === name);
  const library = Object.assign({}, ...published.map(({ files }) => files), own?.files);
  return clauseFiles(given["template.yaml"] ?? "", library);
}

function check(name: string, files: Files): void {
  const faults = Object.entries(files)
    .filter(([file]) => file.endsWith(".md"))
    .flatMap(([file, text]) => faultsOf(file, text));
  if (faults.length > 0) throw refused(faults);
  const template = parseTemplate(files);
  expectTerms(template);
  if (template.name === name) return;
  throw refused([{ file: "template.yaml", detail: `name: is ${template.name}, not ${name}` }]);
}

function faultsOf(file: string, text: string): Fault[] {
  const language = file.endsWith(".md") ? file.slice(file.lastIndexOf("/") + 1, -".md".length) : "";
  const hidden = faultsIn(text, { kind: "body", language });
  if (hidden.length > 0) return hidden.map((fault) => ({ file, ...fault }));
  try {
    checkPrintable(text);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return (error.extra.errors ?? []).map((fault) => ({ file, ...fault }));
  }
}

function refused(faults: Fault[]): Refusal {
  const errors = faults.slice(0, 100);
  return new Refusal("invalid-template", "The template cannot be used.", { errors });
}
