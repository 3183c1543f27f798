import type { Block, Inline } from "../articles.ts";
import { formsOf } from "../forms.ts";
import { labelsOf } from "../list-labels.ts";

/** A paragraph's position on the page. */
export type Frame = {
  /** How many lists enclose it, and how many quotations. */
  level: number;
  quotes: number;
};

/** A paragraph as a reader sees it, or a table. `source` is an unparsable line, as written. */
export type Piece = Frame &
  (
    | {
        kind: "title" | "article" | "annex" | "heading" | "paragraph" | "source";
        words: Inline[];
      }
    | {
        kind: "item";
        words: Inline[];
        /** As printed: `(a)`; a dash in a list without numbers. */
        label: string;
        /** Its number in the list; null in a list without numbers. */
        ordinal: number | null;
      }
    | { kind: "table"; rows: Inline[][][] }
  );

/** The blocks of an article as pieces, numbered in the language's own letters. */
export function piecesOf(
  blocks: Block[],
  language: string,
  frame: Frame = { level: 0, quotes: 0 },
): Piece[] {
  return blocks.flatMap((block): Piece[] => {
    if (block.kind === "list") return itemsOf(block, language, frame);
    if (block.kind === "quote") {
      return piecesOf(block.blocks, language, { ...frame, quotes: frame.quotes + 1 });
    }
    if (block.kind === "table") {
      return [{ kind: "table", ...frame, rows: [block.header, ...block.rows] }];
    }
    return [{ kind: block.kind, ...frame, words: block.inlines }];
  });
}

function itemsOf(list: Extract<Block, { kind: "list" }>, language: string, frame: Frame): Piece[] {
  const labelOf = labelsOf(language)[Math.min(frame.level, 2)] ?? String;
  const inner = { ...frame, level: frame.level + 1 };
  return list.items.flatMap((item, index): Piece[] => {
    const [first, ...rest] = item;
    const ordinal = list.ordered ? list.start + index : null;
    const label = ordinal === null ? "–" : labelOf(ordinal);
    const begun = first?.kind === "paragraph";
    const words = begun ? first.inlines : [];
    return [
      { kind: "item", ...inner, words, label, ordinal },
      ...piecesOf(begun ? rest : item, language, inner),
    ];
  });
}

/** The displayed words of a piece, without its number; a line for each row of a table. */
export function wordsOf(piece: Piece, language: string, { reference } = formsOf(language)): string {
  const wordsIn = (inlines: Inline[]) =>
    inlines
      .map((one) => {
        if (one.kind === "text") return one.text;
        return one.kind === "break" ? " " : reference(one.article, one.form);
      })
      .join("");
  if (piece.kind !== "table") return wordsIn(piece.words);
  return piece.rows.map((row) => row.map(wordsIn).join(" ")).join("\n");
}
