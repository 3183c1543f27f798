import type { Fault } from "#src/errors.ts";
import type { Party } from "#src/parties/find.ts";
import type { PublishedTemplate } from "#src/templates/find.ts";
import { readTemplate } from "#src/templates/read.ts";
import { fillTemplate, previewTemplate } from "#src/text/fill-template.ts";
import type { Given } from "#src/text/language/given.ts";
import { resolveTemplate, termsOf } from "#src/text/resolve-template.ts";
import { underTitle } from "#src/text/titles.ts";
import type { Terms } from "#workflows/terms.ts";

type Wanted = {
  /** The headings of the texts; a language without one takes the template's heading. */
  title?: Record<string, string> | undefined;
  languages: string[];
  prevailing?: string | undefined;
  variables: Record<string, unknown>;
  clauses?: Record<string, string> | undefined;
  figures?: boolean | undefined;
  terms?: Partial<Terms> | undefined;
  parties: Party[];
  /** The words of languages that we do not ship. */
  words?: Given | undefined;
  reference: string;
};

/** Fills the first text of every language from the template. Throws a Refusal for an invalid variable. */
export function fillTexts(
  published: PublishedTemplate,
  wanted: Wanted,
): { language: string; markdown: string }[] {
  const template = readTemplate(published);
  return wanted.languages.map((language) => ({
    language,
    markdown: underTitle(
      fillTemplate(template, { ...wanted, given: wanted.words, language }),
      wanted.title?.[language],
    ),
  }));
}

/** Fills the texts as far as possible, with blanks for invalid variables, and reports their faults. */
export function previewTexts(
  published: PublishedTemplate,
  wanted: Wanted,
): { texts: Record<string, string>; problems: Fault[] } {
  const template = readTemplate(published);
  const problems = new Map<string, Fault>();
  const texts: Record<string, string> = {};
  for (const language of wanted.languages) {
    const { text, faults } = previewTemplate(template, {
      ...wanted,
      given: wanted.words,
      language,
    });
    texts[language] = underTitle(text, wanted.title?.[language]);
    for (const fault of faults) problems.set(fault.pointer ?? fault.detail, fault);
  }
  return { texts, problems: [...problems.values()] };
}

/** The legal terms of the template with its chosen clauses and filled variables. */
export function templateTerms(
  published: PublishedTemplate,
  { clauses, variables }: Pick<Wanted, "clauses" | "variables">,
): Partial<Terms> {
  return termsOf(resolveTemplate(readTemplate(published), clauses), variables);
}

/** The IANA zone in the template's terms; null leaves it to the form and the office. */
export function templateZone(published: PublishedTemplate): string | null {
  const { zone } = readTemplate(published).terms;
  return typeof zone === "string" ? zone : null;
}
