import { Refusal } from "#src/errors.ts";
import { readBlocks } from "./blocks.ts";
import { piecesOf, wordsOf } from "./comparison/pieces.ts";
import { readable } from "./comparison/readable.ts";
import { type Around, type Forms, formsOf } from "./forms.ts";
import { nodesOf } from "./markdown.ts";
import { headingOf } from "./parts.ts";
import type { Reading } from "./reading.ts";
import { slugsOf } from "./slug.ts";

/**
 * Reads single lines of a text for display on their own: words without marks, references as `Article 6`, the cells of a
 * row with a dot between.
 */
export function lineReader(
  markdown: string,
  language: string,
  around?: Around,
): (line: string) => string {
  const forms = formsOf(language, around);
  let slugs: Reading["articleOf"] | undefined;
  const articleOf = (slug: string) => {
    slugs ??= slugsOf(articlesIn(markdown));
    return slugs(slug);
  };
  const reading: Reading = { language, articleOf, faults: [] };
  return (line) => {
    const trimmed = line.trim();
    if (!trimmed.startsWith("|")) return words(line, reading, forms);
    const row = trimmed.slice(1, trimmed.endsWith("|") ? -1 : undefined);
    if (/^[\s|:-]*$/.test(row)) return "";
    const cells = row
      .split(/(?<!\\)\|/)
      .map((cell) => words(cell.replaceAll("\\|", "|"), reading, forms));
    return cells.filter(Boolean).join(" · ");
  };
}

function words(line: string, reading: Reading, forms: Forms): string {
  try {
    // An indent gives an item's depth; on its own it would make a block of code.
    const text = line.trim();
    const legible = readable(text, reading);
    const pieces = nodesOf(text).flatMap((node) =>
      piecesOf(readBlocks(legible(node), reading), reading.language),
    );
    const read = pieces.map((piece) => wordsOf(piece, reading.language, forms)).join(" ");
    // Marks that begin or end on another line.
    return read.replaceAll("**", "").trim();
  } catch (error) {
    if (error instanceof Refusal) return line.trim();
    throw error;
  }
}

function articlesIn(markdown: string): string[] {
  const annex = markdown.slice(1).search(/^# /m);
  const articles = annex < 0 ? markdown : markdown.slice(0, annex + 1);
  return [...articles.matchAll(/^ {0,3}## .*$/gm)].map(([line]) => headingOf(line));
}
