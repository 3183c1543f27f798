/** What a Word document holds, as it was written: nothing is decided yet about what was tracked, struck or hidden. */

export type Change = { kind: "inserted" | "deleted"; author: string };

/** Why and how words stand in the document. */
export type Flags = {
  bold?: boolean;
  italic?: boolean;
  raised?: "superscript" | "subscript";
  struck?: boolean;
  hidden?: boolean;
  /** Shown as capitals, whatever was typed. */
  capitals?: boolean;
  /** A font in which letters are other signs. */
  symbols?: string | undefined;
  /** A direction given to the words, or to each of their letters. */
  forced?: { how: "words" | "letters"; to: "ltr" | "rtl" };
  /** A web address, or the bookmark that a reference leads to. */
  href?: string;
  target?: string;
  changes: Change[];
};

/** What a text of ours cannot hold. */
export type LossKind =
  | "image"
  | "equation"
  | "textBox"
  | "embedded"
  | "footnote"
  | "comment"
  | "symbol"
  | "field"
  | "contents"
  | "ruby"
  | "unknown"
  | "margins";

export type Piece =
  | ({ kind: "words"; text: string } & Flags)
  | ({ kind: "break" } & Flags)
  | ({ kind: "bookmark"; name: string } & Flags)
  | ({ kind: "lost"; what: LossKind; words: string } & Flags);

export type WordParagraph = {
  kind: "paragraph";
  pieces: Piece[];
  /** 0 is the style Title, 1 to 6 are headings. */
  heading: number | null;
  quoted: boolean;
  /** The numbering and its level, from 0. */
  list: { id: string; level: number } | null;
  /** In twentieths of a point, from the side where lines begin. */
  indent: number | null;
  /** What happened to the end of the paragraph: without it the paragraph runs into the next. */
  end: { changes: Change[]; hidden: boolean };
  reformatted: boolean;
  /** A tracked change of its format says something, and is taken as accepted. */
  reformed: boolean;
};

export type WordCell = {
  blocks: WordBlock[];
  /** Columns it takes. */
  span: number;
  /** Continues the cell above it. */
  continued: boolean;
  /** Begins a cell that goes on in the rows below. */
  begins: boolean;
  changes: Change[];
};

export type WordRow = { cells: WordCell[]; before: number; changes: Change[] };

export type WordTable = { kind: "table"; rows: WordRow[] };

export type WordBlock =
  | WordParagraph
  | WordTable
  | { kind: "lost"; what: LossKind; words: string; changes: Change[] };
