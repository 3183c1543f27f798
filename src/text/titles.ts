import { literal } from "./literal.ts";
import { parseText } from "./markdown.ts";

type Worded = Record<string, string>;

/** The text under another title; it keeps its own without one. */
export function underTitle(markdown: string, title: string | undefined): string {
  if (!title?.trim()) return markdown;
  return markdown.replace(/^# .*$/m, () => `# ${literal(title)}`);
}

/**
 * The heading of each text, by language: its title, the only one it has.
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
