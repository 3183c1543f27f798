import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import type { CivilDate } from "#workflows/terms.ts";
import type { Asked } from "../act.ts";
import { partyFor } from "../party-for.ts";
import { malformed } from "./instrument-form.ts";

/** What every statement of a party has. A representative's own statement is received today. */
export type NewStatement = {
  party?: string | undefined;
  /** The day on which the depositary received it; today if absent. */
  on?: CivilDate | undefined;
  file?: string | undefined;
  /** Why it is recorded now, if the act needs a second officer. */
  reason?: string | undefined;
};

/** The party and day of a statement, and what is recorded beside its words. */
export function partsOf({ person }: Asked, { party, on, file, reason }: NewStatement) {
  const own = person.party !== null;
  return {
    by: { by: person.id, party: partyFor(person, party), on: own ? "today" : (on ?? "today") },
    more: {
      ...(reason && { reason: checkText(reason, { kind: "body", language: person.language }) }),
      ...(file && { file }),
    },
  };
}

/** A declaration that an instrument of consent makes under an article of the text. */
export type NewDeclaration = { article: number; language: string; text: string };

export type LodgedDeclaration = NewDeclaration & { id: string };

/** Checks the words of declarations, one for an article, and gives each an id. */
export function checkDeclarations(ctx: Context, given: NewDeclaration[]): LodgedDeclaration[] {
  const articles = given.map(({ article }) => article);
  const again = articles.findIndex((one, index) => articles.indexOf(one) < index);
  if (again >= 0) throw malformed(`/declarations/${again}/article`, "is declared under twice");
  return given.map(({ article, language, text }, index) => ({
    id: ctx.id(),
    article,
    language,
    text: checkText(text, { kind: "body", language, pointer: `/declarations/${index}/text` }),
  }));
}
