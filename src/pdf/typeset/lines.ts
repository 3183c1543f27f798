import type { Style } from "./fonts.ts";
import type { OutlineEntry } from "./galley.ts";
import type { StructureElement } from "./structure.ts";
import type { Word } from "./word.ts";

/** Sizes and widths in points. */
export type Setting = {
  size: number;
  width: number;
  language: string;
  direction: "ltr" | "rtl";
  align: "justify" | "start" | "center" | "end";
  /** In a narrow column: chooses lines for the whole paragraph, with hyphens. By default fills each line in turn. */
  even?: boolean;
  /** Baseline to baseline; by default the leading of the language's family. */
  leading?: number;
  style?: Style;
};

export type Piece = { word: Word; space: boolean; level: number; span?: Span | undefined };

export type Line = {
  /** In visual order. */
  pieces: Piece[];
  /** Without the spaces at its end. */
  width: number;
  /** Points from the left edge of the setting to the first piece. */
  left: number;
  /** Points added to each space. */
  stretch: number;
};

export type Paragraph = {
  lines: Line[];
  leading: number;
  size: number;
  width: number;
  direction: "ltr" | "rtl";
  /** Whether some of its words are a separate element. */
  spanned: boolean;
};

export type Atom = Piece & {
  style: Style;
  /** Whether a line may or must break before this piece. */
  before: number;
  points: number;
};

/** Words of a paragraph that are a separate element: a reference with a link, a changed passage. */
export type Span = {
  type: "Link" | "Span";
  /** The target of a link, and its name for those who do not see the page. */
  target?: { to: OutlineEntry; description: string };
  /** Rules drawn with the words; the structure says the same. */
  rule?: "Underline" | "LineThrough";
  /** Grey or colour operands of the words, as `0.6 0 0 rg`. */
  colour?: string;
  /** The element, created when the words are first drawn. */
  element?: StructureElement;
};
