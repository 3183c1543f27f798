import type { Party } from "#src/parties/find.ts";
import type { PublishedTemplate } from "#src/templates/find.ts";
import { fillTemplate } from "#src/text/fill-template.ts";
import { parseTemplate } from "#src/text/template.ts";

type Wanted = {
  languages: string[];
  prevailing?: string | undefined;
  variables: Record<string, unknown>;
  parties: Party[];
  reference: string;
};

/** The first text of every language, filled from the template; a Refusal for a variable that is not right. */
export function fillTexts(
  { files }: PublishedTemplate,
  wanted: Wanted,
): { language: string; markdown: string }[] {
  const template = parseTemplate(files);
  return wanted.languages.map((language) => ({
    language,
    markdown: fillTemplate(template, { ...wanted, language }),
  }));
}
