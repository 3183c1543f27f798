import { isolate } from "#src/text/isolate.ts";
import { directionOf } from "#src/text/languages.ts";
import { set, size, textWidth } from "../instrument/page-design.ts";
import type { Block, TextBlock } from "../typeset/flow.ts";
import type { Galley } from "../typeset/galley.ts";
import { element, type StructureElement } from "../typeset/structure.ts";
import { tableRows } from "../typeset/table.ts";

/** The context of plain blocks: their language and the section that owns them. */
export type Page = { galley: Galley; language: string; section: StructureElement };

/** By BCP 47 tag. */
export type Words = Record<string, string>;

export function inLanguage(words: Words, language: string): string {
  return words[language] ?? words.en ?? Object.values(words)[0] ?? "";
}

export function heading(
  { galley, language, section }: Page,
  text: string,
  level: 1 | 2 | 3,
): Block {
  return {
    kind: "text",
    paragraph: set(galley, language, [{ text: isolate(text, language) }], "annex", {
      align: level === 1 ? "center" : "start",
      size: { 1: size.title, 2: size.party, 3: size.body }[level],
      style: "bold",
    }),
    owner: element(`H${level}`, section),
    x: 0,
    before: { 1: 0, 2: 20, 3: 12 }[level],
    keepNext: true,
  };
}

export function paragraph(
  { galley, language, section }: Page,
  text: string,
  bold = false,
): TextBlock {
  return {
    kind: "text",
    paragraph: set(
      galley,
      language,
      [{ text: isolate(text, language) }],
      "annex",
      bold ? { style: "bold" } : {},
    ),
    owner: element("P", section),
    x: 0,
    before: 10,
  };
}

/** A table of plain text; each cell keeps its own direction. Without a header the first cell of each row names it. */
export function table(
  { galley, language, section }: Page,
  header: string[],
  body: string[][],
  points: number = size.table,
): Block[] {
  const cells = (row: string[]) => row.map((text) => [{ text: isolate(text, language) }]);
  return tableRows(galley, section, cells(header), body.map(cells), {
    left: 0,
    width: textWidth,
    size: points,
    language,
    direction: directionOf(language),
    before: 10,
    place: "annex",
    rowHeadings: header.length === 0,
  });
}
