import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { problemsIn, type TextProblem } from "#src/text/problems-in.ts";
import { checkWorking, type Writing } from "./check-working.ts";
import type { WorkingText } from "./list-working-texts.ts";

export type Kept = Omit<WorkingText, "markdown"> & { problems: TextProblem[] };

/**
 * Saves a working text as typed. Faults that would refuse it as a version are only reported. Throws a Refusal if
 * someone else has written since, or if the text cannot be revised now.
 */
export async function keepWorkingText(
  ctx: Context,
  writing: Writing,
  { markdown, basedOn }: { markdown: string; basedOn?: number | undefined },
): Promise<Kept> {
  checkKeepable(markdown);
  const at = ctx.now();
  const row = await ctx.db.transaction().execute(async (tx) => {
    const { text_version } = await checkWorking(tx, writing, at);
    if (basedOn !== undefined && basedOn > text_version) throw fromTheFuture();
    return write(tx, writing, { markdown, at, basedOn, text_version });
  });
  if (!row) {
    throw new Refusal("stale-version", "The working text has changed since. Read it again.");
  }
  const { language, person } = writing;
  const problems = problemsIn(markdown, language);
  return {
    language,
    revision: row.revision,
    basedOn: row.based_on,
    by: person.id,
    at: at.toISOString(),
    problems,
  };
}

type Row = { revision: number; based_on: number };
type Written = { markdown: string; at: Date; basedOn: number | undefined; text_version: number };

/** Returns no row if the revision is not the one seen. */
async function write(
  tx: Tx,
  { agreement, language, person, seen }: Writing,
  { markdown, at, basedOn, text_version }: Written,
): Promise<Row | undefined> {
  if (seen === 0) {
    return tx
      .insertInto("working_texts")
      .values({
        agreement,
        language,
        markdown,
        revision: 1,
        based_on: basedOn ?? text_version,
        person: person.id,
        at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning(["revision", "based_on"])
      .executeTakeFirst();
  }
  const begun = sql<number>`CASE WHEN markdown IS NULL THEN ${text_version}::integer ELSE based_on END`;
  return tx
    .updateTable("working_texts")
    .set({
      markdown,
      at,
      person: person.id,
      revision: sql`revision + 1`,
      based_on: basedOn ?? begun,
    })
    .where("agreement", "=", agreement)
    .where("language", "=", language)
    .where("revision", "=", seen)
    .returning(["revision", "based_on"])
    .executeTakeFirst();
}

/** The database cannot store NUL or half a surrogate pair; people do not type them. */
function checkKeepable(markdown: string): void {
  if (markdown.isWellFormed() && !markdown.includes("\0")) return;
  const [before = ""] = markdown.split(/\0|\p{Surrogate}/u);
  const lines = before.split("\n");
  const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  throw new Refusal("invalid-text", "The text holds what is no character.", {
    errors: [{ detail: "is no character", ...place }],
  });
}

function fromTheFuture(): Refusal {
  return new Refusal("malformed-request", "There is no such version.", {
    errors: [{ pointer: "/basedOn", detail: "is later than the newest version" }],
  });
}
