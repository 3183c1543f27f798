import type { Given, GivenLanguage } from "#src/text/language/given.ts";
import { marksOf } from "#src/text/language/marks-of.ts";
import { findKey } from "#src/text/languages.ts";
import { hasFormula } from "#src/text/testimonium.ts";
import type { HalfWritten } from "../../../api/contract.d.ts";

/** What is printed around a text, each in a field of its own. */
export const printed = [
  ...(["name", "article", "page", "annex", "contents", "signatures", "seal", "digest"] as const),
];
export type Printed = (typeof printed)[number];

/** What the text itself says. */
export type Said = "opening" | "closing" | "prevailing";

/** The words of a language as a form holds them. A list of three shows how lists are joined: `1, 2 and 3`. */
export type WrittenWords = Partial<Record<Printed | Said | "joined", string>> & {
  names?: Record<string, string>;
  calledIn?: Record<string, string>;
};

export type HalfWords = NonNullable<HalfWritten["words"]>[string];

/** Whether a text can be drafted only with words that the office gives: neither we nor the template has any. */
export function needsWords(tag: string, template: { languages: string[] }): boolean {
  return !hasFormula(tag) && findKey(tag, (key) => template.languages.includes(key)) === undefined;
}

/** What we know of a language that has no formulas: its headings, or nothing. */
export function knownWords(tag: string): WrittenWords {
  const marks = marksOf(tag);
  if (!marks) return {};
  const { name, article, page, annex, contents, signatures, list } = marks;
  return { name, article, page, annex, contents, signatures, joined: inList(list) };
}

/** How a list is joined, shown by a list of three. */
export function inList({ separator, and }: { separator: string; and: string }): string {
  return `1${separator}2${and}3`;
}

/** The separators of a list of three; null if it is none. */
export function listFrom(joined: string): { separator: string; and: string } | null {
  const [one, two, three] = ["1", "2", "3"].map((digit) => joined.indexOf(digit));
  if (one === undefined || two === undefined || three === undefined) return null;
  const separator = joined.slice(one + 1, two);
  const and = joined.slice(two + 1, three);
  return one >= 0 && one < two && two < three && separator && and ? { separator, and } : null;
}

/** The words of the request, without empty fields. */
export function halfWords({ joined = "", names, calledIn, ...rest }: WrittenWords): HalfWords {
  const list = listFrom(joined);
  return {
    ...filled(rest),
    ...(list && { list }),
    names: filled(names ?? {}),
    calledIn: filled(calledIn ?? {}),
  };
}

function filled(words: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, one]) => (one?.trim() ? [[key, one]] : [])),
  );
}

/** The words that the preview prints. A sign stands for each empty field. */
export function shownWords(words: Record<string, WrittenWords>): Given {
  return Object.fromEntries(
    Object.entries(words).map(([tag, { joined = "", ...own }]) => {
      const list = listFrom(joined) ?? { separator: ", ", and: ", " };
      const article = own.article?.includes("{n}") ? own.article : "§ {n}";
      return [tag, { ...unwritten, ...own, article, list }];
    }),
  );
}

const unwritten: GivenLanguage = {
  ...{ name: "", article: "", page: "{n} / {of}", annex: "+", contents: "", signatures: "" },
  ...{ seal: "", digest: "", opening: "", closing: "", names: {} },
  list: { separator: ", ", and: ", " },
};
