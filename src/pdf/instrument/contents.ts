import { directionOf } from "#src/text/languages.ts";
import type { Block } from "../typeset/flow.ts";
import { drawArtifact, type Galley, type OutlineEntry } from "../typeset/galley.ts";
import type { Paragraph, Span } from "../typeset/lines.ts";
import { number } from "../typeset/paint.ts";
import { drawLines } from "../typeset/spans.ts";
import { element, type StructureElement } from "../typeset/structure.ts";
import { type Column, set, size } from "./page-design.ts";

/** An instrument with this many pages gets a table of contents. */
export const contentsFrom = 20;

/** Whether it has one; decided by length, as far as it is known before page breaks. */
export type Contents = boolean | "if-long";

/**
 * The table of contents of a text: its articles and annexes, each a link, with the pages on which they begin. The pages
 * are not known yet; they are drawn when everything is placed (`galley.later`).
 */
export function contentsBlocks(
  galley: Galley,
  language: string,
  section: StructureElement,
  column: Column,
  entries: OutlineEntry[],
): Block[] {
  const heading: Block = {
    kind: "text",
    paragraph: set(galley, language, [{ text: galley.forms(language).contents }], "contents", {
      align: "center",
      size: size.heading,
      style: "bold",
      width: column.width,
    }),
    owner: element("H2", section),
    x: 0,
    before: 26,
    keepNext: true,
  };
  const table = element("TOC", section);
  const blocks = entries.map((entry) => entryBlock(galley, language, table, column, entry));
  if (blocks[0]) blocks[0].before = 8;
  return [heading, ...blocks];
}

/** Reserved for the page number, and between it and the words. */
const room = 30;
const gap = 5;

function entryBlock(
  galley: Galley,
  language: string,
  table: StructureElement,
  column: Column,
  to: OutlineEntry,
): Block {
  const reference = element("Reference", element("TOCI", table));
  const span: Span = { type: "Link", target: { to, description: to.title } };
  const words = set(galley, language, [{ text: to.title, span }], "contents", {
    align: "start",
    width: column.width - room,
  });
  const backwards = directionOf(language) === "rtl";
  return {
    kind: "text",
    paragraph: words,
    owner: reference,
    x: backwards ? room : 0,
    before: 3,
    ended: ({ sheet, y }) => {
      galley.later.push(() => {
        // The number belongs to the link, whose clickable place is its words.
        const figures: Span = { type: "Link", ...(span.element && { element: span.element }) };
        const text = String(to.sheet + 1);
        const page = set(galley, language, [{ text, span: figures }], "contents", {
          align: "end",
          width: column.width,
        });
        drawLines(galley, sheet, reference, page, column.left, y);
        drawArtifact(galley, sheet, leader(words, page, column, backwards, y));
      });
    },
  };
}

/** The dots from the end of the words to the number, aligned across all lines. */
function leader(
  words: Paragraph,
  page: Paragraph,
  { left, width }: Column,
  backwards: boolean,
  y: number,
): string {
  const end = words.lines.at(-1)?.width ?? 0;
  const figures = page.lines[0]?.width ?? 0;
  const from = left + (backwards ? figures : end) + gap;
  const to = left + width - (backwards ? end : figures) - gap;
  const first = Math.ceil(from / step) * step;
  if (to - first < 2 * step) return "";
  const height = number(y + 0.6);
  return `q 1 J [0 ${step}] 0 d 0.9 w 0.45 G ${number(first)} ${height} m ${number(to)} ${height} l S Q\n`;
}

/** From dot to dot, in points. */
const step = 5;
