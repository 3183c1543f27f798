import { sha256 } from "#src/bytes/sha256.ts";
import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import { headingsOf } from "#src/text/titles.ts";
import { type Asked, act, type Done } from "../act.ts";
import type { Scene } from "../scene.ts";
import { checkMarkdown } from "./check-markdown.ts";
import { consumeDrafts } from "./consume-drafts.ts";
import { versionDigest } from "./version-digest.ts";

export type Revision = {
  /** Markdown by language; a missing language stays as it is. */
  texts: Record<string, string>;
  /** The author's note about the version, for its readers. */
  note?: string | undefined;
  /** The working texts that the version includes, by language and revision. */
  revisions?: Record<string, number> | undefined;
};

type NewText = { language: string; digest: string; markdown: string };

/**
 * Stores new texts in one or several languages as one new version of the whole. Earlier versions stay, but approvals of
 * them no longer count. The title on record is the heading of the texts.
 */
export async function reviseText(ctx: Context, asked: Asked, revision: Revision): Promise<Done> {
  const by = asked.person.id;
  const own = asked.person.language;
  const note = revision.note ? checkText(revision.note, { kind: "body", language: own }) : null;
  const texts = await Promise.all(
    Object.entries(revision.texts).map(async ([language, markdown]): Promise<NewText> => {
      const body = checkMarkdown(markdown, language);
      return { language, markdown: body, digest: await sha256(body) };
    }),
  );
  const languages = texts.map(({ language }) => language);
  const act_ = { type: "revise-text", by, languages } as const;
  return act(ctx, { ...asked, act: act_, detail: detailOf(texts, note) }, async (scene) => {
    const number = await addVersion(scene, { texts, note, by });
    await consumeDrafts(scene.tx, { ...revision, agreement: scene.agreement.id, by, at: scene.at });
    const headed = Object.fromEntries(texts.map((text) => [text.language, text.markdown]));
    const title = { ...scene.agreement.title, ...headingsOf(headed) };
    return { text_version: number, title: JSON.stringify(title) };
  });
}

function detailOf(texts: NewText[], note: string | null): Record<string, unknown> {
  const digests = Object.fromEntries(texts.map(({ language, digest }) => [language, digest]));
  return { texts: digests, ...(note !== null && { note }) };
}

type Version = { texts: NewText[]; note: string | null; by: string };

/** A text with unchanged words keeps its drafter, who cannot certify it. */
async function addVersion(
  { tx, agreement, at }: Scene,
  { texts, note, by }: Version,
): Promise<number> {
  const { id, text_version: last } = agreement;
  const number = last + 1;
  const before = await tx
    .selectFrom("version_texts")
    .select(["language", "digest", "drafter"])
    .where("agreement", "=", id)
    .where("number", "=", last)
    .execute();
  const all = new Map(before.map((text) => [text.language, text]));
  for (const { language, digest } of texts) {
    if (all.get(language)?.digest !== digest) all.set(language, { language, digest, drafter: by });
  }
  await tx
    .insertInto("text_bodies")
    .values(texts.map(({ digest, markdown }) => ({ digest, markdown })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const digest = await versionDigest([...all.values()]);
  await tx
    .insertInto("versions")
    .values({ agreement: id, number, digest, note, created_by: by, created_at: at })
    .execute();
  const rows = [...all.values()].map((text) => ({ agreement: id, number, ...text }));
  await tx.insertInto("version_texts").values(rows).execute();
  return number;
}
