/** The content of a Word document as written, before decisions about tracked, struck-through or hidden words. */

export type Change = { kind: "inserted" | "deleted"; author: string };

/** The formatting and tracked changes of words. */
export type Flags = {
  bold?: boolean;
  italic?: boolean;
  raised?: "superscript" | "subscript";
  struck?: boolean;
  hidden?: boolean;
  /** Shown as capitals, whatever was typed. */
  capitals?: boolean;
  /** A font that maps letters to other characters. */
  symbols?: string | undefined;
  /** An explicit direction of the words, or of each letter. */
  forced?: { how: "words" | "letters"; to: "ltr" | "rtl" };
  /** A web address, or the bookmark that a reference points to. */
  href?: string;
  target?: string;
  changes: Change[];
};

/** Content that our text cannot hold. */
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
  /** The indent from the start side, in twentieths of a point. */
  indent: number | null;
  /** Tracked changes of the paragraph's end. Without its end a paragraph runs into the next. */
  end: { changes: Change[]; hidden: boolean };
  reformatted: boolean;
  /** Set if a meaningful formatting change was tracked. It counts as accepted. */
  reformed: boolean;
};

export type WordCell = {
  blocks: WordBlock[];
  /** The number of columns that it spans. */
  span: number;
  /** Set if it continues the cell above. */
  continued: boolean;
  /** Set if it starts a cell that continues in the rows below. */
  begins: boolean;
  changes: Change[];
};

export type WordRow = { cells: WordCell[]; before: number; changes: Change[] };

export type WordTable = { kind: "table"; rows: WordRow[] };

export type WordBlock =
  | WordParagraph
  | WordTable
  | { kind: "lost"; what: LossKind; words: string; changes: Change[] };
