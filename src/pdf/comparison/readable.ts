import { formsOf } from "#src/text/forms.ts";

/**
 * Words that did not change, without the marks of Markdown: references in the language's form, the cells of a row parted by
 * bars alone.
 */
export function readable(markdown: string, language: string): string {
  const { reference } = formsOf(language);
  const words = markdown
    .replaceAll(/\[[^[\]\n]*\]\(#article-(\d{1,5})\)/g, (_, number) => reference(Number(number)))
    .replaceAll(/\[([^[\]\n]*)\]\(#[^()\s]*\)/g, "$1")
    .replaceAll(/\\([!-/:-@[-`{-~])/g, "$1")
    .replaceAll(/(\*\*|__)(?=\S)([^*_\n]+)\1/g, "$2");
  const lines = words.split("\n").filter((line) => !isTableRule(line));
  return lines.map(rowOrLine).join("\n");
}

/** The line of a table that holds no words: dashes and bars under its heading. */
function isTableRule(line: string): boolean {
  return line.includes("|") && line.includes("-") && /^[ \t|:-]*$/.test(line);
}

function rowOrLine(line: string): string {
  const row = line.trim();
  if (row.length < 2 || !row.startsWith("|") || !row.endsWith("|")) return line;
  const cells = row.slice(1, -1).split("|");
  return cells.map((cell) => cell.trim()).join("  |  ");
}
