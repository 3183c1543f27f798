import { sha256 } from "#src/bytes/sha256.ts";
import type { Context } from "#src/context.ts";
import { parseText } from "#src/text/markdown.ts";
import { checkText } from "#src/text/policy.ts";
import { articleOf } from "#src/text/stated/article-of.ts";
import { tieArticles, tieDeclarations, tieReservations } from "#src/text/tie-articles.ts";
import { headingsOf } from "#src/text/titles.ts";
import type { Terms } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import type { Scene } from "../scene.ts";
import { addVersion, keepBodies, type NewText } from "./add-version.ts";
import { checkMarkdown } from "./check-markdown.ts";
import { checkTerms } from "./check-terms.ts";
import { checkZone } from "./check-zone.ts";
import { consumeDrafts } from "./consume-drafts.ts";
import { differencesOf } from "./differences.ts";
import { readTexts } from "./read-source.ts";

export type Revision = {
  /** Markdown by language; a missing language stays as it is. */
  texts: Record<string, string>;
  /** What the text now means to the law; absent if that stays as it is. */
  terms?: Terms | undefined;
  /** The author's note about the version, for its readers. */
  note?: string | undefined;
  /** The working texts that the version includes, by language and revision. */
  revisions?: Record<string, number> | undefined;
};

/**
 * Stores new texts in one or several languages, new terms, or both, as one new version of the whole. Earlier versions
 * stay, but approvals of them no longer count. The title on record is the heading of the texts.
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
  const terms = revision.terms !== undefined;
  const act_ = { type: "revise-text", by, languages, terms } as const;
  return act(ctx, { ...asked, act: act_, detail: detailOf(texts, note) }, async (scene) => {
    const { tx, agreement, at } = scene;
    const number = agreement.text_version + 1;
    const before = await readTexts(tx, agreement.id, agreement.text_version);
    const all = agreement.languages.flatMap((language) => {
      const own = (one: { language: string }) => one.language === language;
      return texts.find(own) ?? before.find(own) ?? [];
    });
    const next = await nextTerms(scene, { before, after: all }, revision.terms, own);
    if (terms) scene.detail.terms = next;
    await keepBodies(tx, texts);
    await addVersion(tx, {
      agreement: agreement.id,
      number,
      texts: await withDrafters(scene, all, by),
      terms: next,
      differences: await differencesOf(all, next),
      note,
      by,
      at,
    });
    await consumeDrafts(tx, { ...revision, agreement: agreement.id, by, at });
    const headed = Object.fromEntries(texts.map((text) => [text.language, text.markdown]));
    const title = { ...agreement.title, ...headingsOf(headed) };
    return {
      text_version: number,
      title: JSON.stringify(title),
      terms: JSON.stringify(next),
      prevailing: next.prevailing,
    };
  });
}

function detailOf(texts: NewText[], note: string | null): Record<string, unknown> {
  const digests = Object.fromEntries(texts.map(({ language, digest }) => [language, digest]));
  return { texts: digests, ...(note !== null && { note }) };
}

type Texts = { language: string; markdown: string; digest: string }[];

/** The version's terms. If none are given, those of the version before, tied to the same articles of the new text. */
async function nextTerms(
  { tx, agreement, facts }: Scene,
  texts: { before: Texts; after: Texts },
  given: Terms | undefined,
  reader: string,
): Promise<Terms> {
  const { terms, languages } = agreement;
  if (given && given.zone !== terms.zone) await checkZone(tx, given.zone);
  const language = languages[0] ?? "";
  const [before = "", after = ""] = [texts.before, texts.after].map(
    (all) => all.find((one) => one.language === language)?.markdown,
  );
  const next = given ?? following(terms, { before, after, language });
  const amends = agreement.amends !== null;
  const names = [agreement.reference, ...Object.values(agreement.title)];
  checkTerms(next, { parties: facts.parties, languages, names, text: after, amends }, reader);
  return next;
}

/** The terms with the articles that they name as the new text has them; a term without an article looks for one. */
function following(
  terms: Terms,
  change: { before: string; after: string; language: string },
): Terms {
  const { articles = {}, declarations: asked, reservationRules: rules, ...rest } = terms;
  const declarations = asked && tieDeclarations(asked, change);
  const found = articleOf(parseText(change.after, change.language));
  return {
    ...rest,
    ...(declarations && declarations.length > 0 && { declarations }),
    articles: { ...found, ...tieArticles(articles, change) },
    ...(rules && { reservationRules: tieReservations(rules, change) }),
  };
}

/** Each text of the new version. One with unchanged words keeps its drafter, who cannot certify it. */
async function withDrafters({ tx, agreement }: Scene, texts: Texts, by: string) {
  const before = await tx
    .selectFrom("version_texts")
    .select(["language", "digest", "drafter"])
    .where("agreement", "=", agreement.id)
    .where("number", "=", agreement.text_version)
    .execute();
  return texts.map(({ language, digest }) => {
    const same = before.find((one) => one.language === language && one.digest === digest);
    return { language, digest, drafter: same?.drafter ?? by };
  });
}
