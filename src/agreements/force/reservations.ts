import type { Context } from "#src/context.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { findAnchor } from "#src/text/anchor.ts";
import { checkText } from "#src/text/policy.ts";
import type { Reserving } from "#workflows/acts/row.ts";
import type { CivilDate } from "#workflows/terms.ts";
import type { AgreementRow } from "../find.ts";
import type { Scene } from "../scene.ts";
import { readTexts } from "../text/read-source.ts";

/**
 * A reservation excludes or modifies the effect of articles for the party (VCLT article 2(1)(d)). A declaration says
 * how the party reads them. Both are in writing (article 23(1)).
 */
export type NewReservation = {
  kind: "reservation" | "declaration";
  language: string;
  text: string;
  /** The articles concerned; empty if it concerns the whole instrument. */
  articles: number[];
};

export type Lodged = NewReservation & { id: string };

/** Checks the words and gives each reservation an id. */
export function checkReservations(ctx: Context, given: NewReservation[]): Lodged[] {
  return given.map(({ text, language, articles, ...rest }) => ({
    ...rest,
    id: ctx.id(),
    language,
    articles: [...new Set(articles)],
    text: checkText(text, { kind: "body", language }),
  }));
}

/** What the law asks of them: whether there is a reservation, and to which articles. One to the whole text names none. */
export function reservingBy(lodged: NewReservation[]): Reserving {
  const reservations = lodged.filter(({ kind }) => kind === "reservation");
  const whole = reservations.some(({ articles }) => articles.length === 0);
  return {
    reserves: reservations.length > 0,
    reservesTo: whole ? [] : reservations.flatMap(({ articles }) => articles),
  };
}

/**
 * Checks that the text has the articles a reservation names; otherwise its effect would be unknown. Throws a Refusal
 * that points to the first missing article.
 */
export async function checkArticles(
  db: Db | Tx,
  { id, text_version: number }: Pick<AgreementRow, "id" | "text_version">,
  lodged: NewReservation[],
  placeOf = (index: number) => `/reservations/${index}/articles`,
): Promise<void> {
  if (lodged.every(({ articles }) => articles.length === 0)) return;
  const texts = await readTexts(db, id, number);
  for (const [index, { language, articles }] of lodged.entries()) {
    const text = texts.find((one) => one.language === language) ?? texts[0];
    for (const article of articles) {
      if (text && findAnchor(text.markdown, text.language, { article, quote: null })) continue;
      const detail = `the text has no article ${article}`;
      throw new Refusal("malformed-request", "The text has no such article.", {
        errors: [{ pointer: placeOf(index), detail }],
      });
    }
  }
}

/** The same for provisions that an act names at `/articles`, such as those that a suspension concerns. */
export function checkProvisions(
  { tx, agreement }: Pick<Scene, "tx" | "agreement">,
  articles: number[],
  language: string,
): Promise<void> {
  const named: NewReservation = { kind: "declaration", language, text: "", articles };
  return checkArticles(tx, agreement, [named], () => "/articles");
}

/** Writes the reservations lodged with an act, and marks those that need confirmation at ratification. */
export async function insertReservations(
  { tx, agreement, at, after, facts }: Scene,
  { party, person, on }: { party: string; person: string; on: CivilDate },
  lodged: Lodged[],
  placeOf?: (index: number) => string,
): Promise<void> {
  if (lodged.length === 0) return;
  await checkArticles(tx, agreement, lodged, placeOf);
  const standing = after[party] ?? facts.standing[party] ?? "";
  await tx
    .insertInto("reservations")
    .values(
      lodged.map((one) => ({
        ...one,
        agreement: agreement.id,
        party,
        person,
        standing,
        made_on: on,
        at,
      })),
    )
    .execute();
}

/** Records that the instrument of consent confirms reservations made at signature, on the day of its receipt. */
export async function confirmReservations(
  { tx, at }: Scene,
  { party, person, on }: { party: string; person: string; on: CivilDate },
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return;
  const confirmed = { party, act: "confirmation" as const, reason: "", person, on_day: on, at };
  await tx
    .insertInto("reservation_acts")
    .values(ids.map((reservation) => ({ reservation, ...confirmed })))
    .execute();
}
