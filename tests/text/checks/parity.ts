import { checkTexts, type Warning } from "#src/text/check-texts.ts";
import { inWords } from "#src/text/checks/sentence.ts";

/** What a rule says, in English, of a paragraph in several languages. */
export function toldOf(rule: Warning["rule"], paragraphs: Record<string, string>): string[] {
  return warningsOf(rule, paragraphs).map(({ detail }) => inWords(detail, "en"));
}

export function warningsOf(rule: Warning["rule"], paragraphs: Record<string, string>): Warning[] {
  const languages = Object.keys(paragraphs);
  const texts = Object.fromEntries(
    Object.entries(paragraphs).map(([language, one]) => [
      language,
      `# §\n\nI\n\n## §\n\n1. ${one}`,
    ]),
  );
  const title = Object.fromEntries(languages.map((language) => [language, "§"]));
  const source = {
    reference: "X",
    title,
    languages,
    parties: [],
    layout: "sequential" as const,
    texts,
  };
  return checkTexts(source).filter((one) => one.rule === rule);
}
