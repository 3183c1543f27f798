import type { Context } from "#src/context.ts";
import type { Worded } from "#src/db/columns.ts";
import type { Tx } from "#src/db/db.ts";
import { type Fault, Refusal } from "#src/errors.ts";
import type { Given } from "#src/text/language/given.ts";
import { headingsOf } from "#src/text/titles.ts";
import type { Headings } from "#workflows/headings.ts";
import { type Asked, act, type Done } from "../act.ts";
import type { AgreementRow } from "../find.ts";
import { checkTitle, checkTitled } from "./check-title.ts";
import { checkWords } from "./check-words.ts";
import { readTexts } from "./read-source.ts";

export type Description = {
  title?: Worded | undefined;
  areas?: string[] | undefined;
  goals?: number[] | undefined;
  /** The words of all languages that we do not ship, in place of those there are. */
  words?: Given | undefined;
  headings?: Headings | undefined;
};

/**
 * Changes what describes a draft: lines of work, development goals, what articles are called, and the words of languages
 * that we do not ship. They print around the text; the opening and the closing formula already stand in it. Accepts a title
 * only if it matches the heading of the text; otherwise refuses it and shows both. To change a title, change the text.
 */
export function describe(ctx: Context, asked: Asked, description: Description): Promise<Done> {
  const { areas, goals, words, headings } = description;
  const title = description.title && checkTitle(description.title);
  return act(
    ctx,
    {
      ...asked,
      act: { type: "describe", by: asked.person.id },
      detail: {
        ...(title && { title }),
        ...(areas && { areas }),
        ...(goals && { goals }),
        ...(words && { words }),
        ...(headings && { headings }),
      },
    },
    async ({ tx, agreement }) => {
      if (title) {
        checkTitled(title, agreement.languages);
        await checkHeaded(tx, agreement, title);
      }
      if (words) {
        const before = Object.keys(agreement.given_languages);
        checkWords({ ...agreement, words, before });
      }
      return {
        ...(title && { title: JSON.stringify(title) }),
        ...(areas && { areas }),
        ...(goals && { goals }),
        ...(words && { given_languages: JSON.stringify(words) }),
        ...(headings && { headings }),
      };
    },
  );
}

/** Checks that changed titles match the headings of the current texts. */
async function checkHeaded(tx: Tx, agreement: AgreementRow, title: Worded): Promise<void> {
  const texts = await readTexts(tx, agreement.id, agreement.text_version);
  const headings = headingsOf(
    Object.fromEntries(texts.map(({ language, markdown }) => [language, markdown])),
  );
  const errors = Object.entries(headings).flatMap(([language, heading]): Fault[] => {
    const wanted = title[language];
    if (wanted === heading || wanted === agreement.title[language]) return [];
    return [
      { pointer: `/title/${language}`, detail: `“${wanted}”; the text is headed “${heading}”` },
    ];
  });
  if (errors.length === 0) return;
  throw new Refusal("title-of-another-text", "The title is not what the text is headed.", {
    errors,
  });
}
