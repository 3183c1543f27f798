import type { EditorNode } from "../../model/editor-document.ts";
import type { Label } from "./numbering.ts";
import type { Piece, WordBlock, WordParagraph } from "./word-blocks.ts";

/** A cell's content on one line, and whether this changed it. */
export type Line = { content: EditorNode[]; flattened: boolean };

type Means = {
  inlines: (pieces: Piece[]) => EditorNode[];
  count: (paragraph: WordParagraph) => Label | null;
  note: (paragraph: WordParagraph) => void;
};

/** Joins everything in a cell into one line: paragraphs, lists with their numbers, nested tables. */
export function flatten(blocks: WordBlock[], means: Means): Line {
  const lines: EditorNode[][] = [];
  let shaped = false;
  for (const block of blocks) {
    if (block.kind === "table") {
      shaped = true;
      for (const cell of block.rows.flatMap(({ cells }) => cells)) {
        lines.push(flatten(cell.blocks, means).content);
      }
    } else if (block.kind === "lost") {
      const { what, words } = block;
      means.inlines([{ kind: "lost", what, words, changes: [] }]);
    } else {
      means.note(block);
      const label = means.count(block);
      const content = means.inlines(block.pieces);
      shaped ||= label !== null || block.heading !== null;
      const mark = label ? [text(label.ordered ? `${label.words} ` : "– ")] : [];
      lines.push(content.length > 0 ? [...mark, ...content] : []);
    }
  }
  const filled = lines.filter((line) => line.length > 0);
  const content = filled.flatMap((line, at) => (at > 0 ? [text(" "), ...line] : line));
  return { content, flattened: shaped || filled.length > 1 };
}

const text = (words: string): EditorNode => ({ type: "text", text: words });
