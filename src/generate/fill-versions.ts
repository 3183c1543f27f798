import { fillTexts } from "#src/agreements/text/fill-texts.ts";
import type { NewAgreement } from "#src/agreements/text/insert-agreement.ts";
import type { Party } from "#src/parties/find.ts";
import type { PublishedTemplate } from "#src/templates/find.ts";
import { additions } from "./words.ts";

export type Filled = Pick<
  NewAgreement,
  "title" | "languages" | "variables" | "clauses" | "terms"
> & { parties: Party[]; reference: string };

/** Each version's texts by language: the filled template, and then one more sentence for each revision. */
export function fillVersions(
  template: PublishedTemplate,
  wanted: Filled,
  revisions: number[],
): Map<string, string>[] {
  let texts = fillTexts(template, wanted);
  const versions = [mapOf(texts)];
  for (const addition of revisions) {
    texts = texts.map(({ language, markdown }) => {
      return { language, markdown: withAddition(markdown, addition, language) };
    });
    versions.push(mapOf(texts));
  }
  return versions;
}

/** The text with one of the additions below the heading of its first article. */
export function withAddition(markdown: string, addition: number, language: string): string {
  const sentence = additions[addition]?.[language] ?? "";
  return markdown.replace(/^(## .+\n)/m, (heading) => `${heading}\n${sentence}\n`);
}

function mapOf(texts: { language: string; markdown: string }[]): Map<string, string> {
  return new Map(texts.map(({ language, markdown }) => [language, markdown]));
}
