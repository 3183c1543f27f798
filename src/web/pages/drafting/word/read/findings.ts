import type { LossKind } from "./word-blocks.ts";

/** Where something stands in the document: the part, and the paragraph's first words. */
export type FindingPlace = {
  part: "title" | "preamble" | "article" | "annex";
  number: number;
  near: string;
};

/** What is taken over in another form. */
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
 * What a text of ours does not hold as the document has it: `lost` is not taken over, everything else is taken over
 * in another form. `words` are the document's, `ours` what stands in the text instead.
 */
export type Finding = {
  kind: LossKind | AlteredKind;
  lost: boolean;
  words: string;
  ours?: string;
  place: FindingPlace;
};
