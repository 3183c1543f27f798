import type { Fault } from "#src/errors.ts";
import type { Party } from "#src/parties/find.ts";
import type { PublishedTemplate } from "#src/templates/find.ts";
import { readTemplate } from "#src/templates/read.ts";
import { fillTemplate, previewTemplate } from "#src/text/fill-template.ts";
import { resolveTemplate, termsOf } from "#src/text/resolve-template.ts";
import { underTitle } from "#src/text/titles.ts";
import type { Terms } from "#workflows/terms.ts";

type Wanted = {
  /** What the texts are to be headed; a language without one has the template's heading. */
  title?: Record<string, string> | undefined;
  languages: string[];
  prevailing?: string | undefined;
  variables: Record<string, unknown>;
  clauses?: Record<string, string> | undefined;
  terms?: Partial<Terms> | undefined;
  parties: Party[];
  reference: string;
};

/** The first text of every language, filled from the template; a Refusal for a variable that is not right. */
export function fillTexts(
  published: PublishedTemplate,
  wanted: Wanted,
): { language: string; markdown: string }[] {
  const template = readTemplate(published);
  return wanted.languages.map((language) => ({
    language,
    markdown: underTitle(fillTemplate(template, { ...wanted, language }), wanted.title?.[language]),
  }));
}

/** The same as far as it can be filled, with blanks for what is not right yet and what is wrong with it. */
export function previewTexts(
  published: PublishedTemplate,
  wanted: Wanted,
): { texts: Record<string, string>; problems: Fault[] } {
  const template = readTemplate(published);
  const problems = new Map<string, Fault>();
  const texts: Record<string, string> = {};
  for (const language of wanted.languages) {
    const { text, faults } = previewTemplate(template, { ...wanted, language });
    texts[language] = underTitle(text, wanted.title?.[language]);
    for (const fault of faults) problems.set(fault.pointer ?? fault.detail, fault);
  }
  return { texts, problems: [...problems.values()] };
}

/** What the template, with its clauses chosen and its variables filled, means to the law. */
export function templateTerms(
  published: PublishedTemplate,
  { clauses, variables }: Pick<Wanted, "clauses" | "variables">,
): Partial<Terms> {
  return termsOf(resolveTemplate(readTemplate(published), clauses), variables);
}

/** The IANA zone that the template's terms name; null leaves it to the form and the office. */
export function templateZone(published: PublishedTemplate): string | null {
  const { zone } = readTemplate(published).terms;
  return typeof zone === "string" ? zone : null;
}
