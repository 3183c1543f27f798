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
  /** In a narrow column: lines chosen for the whole paragraph, with hyphens; by default each as it comes. */
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
  /** Whether some of its words are an element of their own. */
  spanned: boolean;
};

export type Atom = Piece & {
  style: Style;
  /** What may happen before this piece. */
  before: number;
  points: number;
};

/** Words of a paragraph that are an element of their own: a reference that leads somewhere, a changed passage. */
export type Span = {
  type: "Link" | "Span";
  /** Where a link leads, and what it is called for those who do not see the page. */
  target?: { to: OutlineEntry; description: string };
  /** Rules drawn with the words; the structure says the same. */
  rule?: "Underline" | "LineThrough";
  /** Grey or colour operands of the words, as `0.6 0 0 rg`. */
  colour?: string;
  /** The element, made where the words are first drawn. */
  element?: StructureElement;
};
