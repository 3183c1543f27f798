import { literal } from "./literal.ts";
import { parseText } from "./markdown.ts";

type Worded = Record<string, string>;

/** The text under another title; without one the text keeps its own. */
export function underTitle(markdown: string, title: string | undefined): string {
  if (!title?.trim()) return markdown;
  return markdown.replace(/^# .*$/m, () => `# ${literal(title)}`);
}

/**
 * What each text is headed, by language: its title, and the only one that it has.
 *
 * @throws Refusal `invalid-text` if a text has none
 */
export function headingsOf(texts: Worded): Worded {
  return Object.fromEntries(
    Object.entries(texts).map(([language, markdown]) => [
      language,
      parseText(markdown, language).title,
    ]),
  );
}
