import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db.ts";
import { sha256 } from "#src/digest.ts";
import { type Asked, act, type Done } from "./act.ts";
import { checkMarkdown } from "./check-markdown.ts";
import { versionDigest } from "./version-digest.ts";

export type Revision = { language: string; markdown: string };

/**
 * Stores a new text of one language as a new version of the whole; earlier versions stay, and approvals
 * of them no longer count.
 */
export async function reviseText(
  ctx: Context,
  asked: Asked,
  { language, markdown }: Revision,
): Promise<Done> {
  const body = checkMarkdown(markdown, language);
  const digest = await sha256(body);
  const by = asked.person.id;
  return act(
    ctx,
    { ...asked, act: { type: "revise-text", by, language }, detail: { language, digest } },
    async ({ tx, agreement, at }) => {
      const { id, text_version: last } = agreement;
      const number = last + 1;
      const texts = await textsOf(tx, id, last);
      const all = [...texts.filter((text) => text.language !== language), { language, digest }];
      await tx
        .insertInto("text_bodies")
        .values({ digest, markdown: body })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await tx
        .insertInto("versions")
        .values({
          agreement: id,
          number,
          digest: await versionDigest(all),
          created_by: by,
          created_at: at,
        })
        .execute();
      await sql`INSERT INTO version_texts (agreement, number, language, digest, drafter)
        SELECT agreement, ${number}::integer, language, digest, drafter FROM version_texts
        WHERE agreement = ${id} AND number = ${last} AND language <> ${language}
        UNION ALL SELECT ${id}::uuid, ${number}::integer, ${language}, ${digest}, ${by}::uuid`.execute(
        tx,
      );
      return { text_version: number };
    },
  );
}

/** The digest of each language's text in a version. */
export function textsOf(
  tx: Tx,
  agreement: string,
  number: number,
): Promise<{ language: string; digest: string }[]> {
  return tx
    .selectFrom("version_texts")
    .select(["language", "digest"])
    .where("agreement", "=", agreement)
    .where("number", "=", number)
    .execute();
}
