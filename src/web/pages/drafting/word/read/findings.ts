import type { LossKind } from "./word-blocks.ts";

/** A place in the document: the part, and the paragraph's first words. */
export type FindingPlace = {
  part: "title" | "preamble" | "article" | "annex";
  number: number;
  near: string;
};

/** What is imported in another form. */
export type AlteredKind =
  | "cellFlattened"
  | "cellsMerged"
  | "raised"
  | "capitals"
  | "order"
  | "reformed"
  | "listLabel"
  | "articleNumber"
  | "reference"
  | "titles"
  | "labelWords";

/**
 * Content that our text cannot hold unchanged. `lost` is not imported; every other kind is imported in another form.
 * `words` are the document's, `ours` the text that replaces them.
 */
export type Finding = {
  kind: LossKind | AlteredKind;
  lost: boolean;
  words: string;
  ours?: string;
  place: FindingPlace;
};
