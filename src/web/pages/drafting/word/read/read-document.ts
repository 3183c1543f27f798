import { type Converted, convert } from "./convert.ts";
import { readNumbering } from "./numbering.ts";
import { openPackage } from "./open-package.ts";
import { type Questions, questionsOf } from "./questions.ts";
import { readBody } from "./read-body.ts";
import { type Decisions, settle } from "./settle.ts";
import { readStyles } from "./styles.ts";

export type WordDocument = {
  questions: Questions;
  /** The document's blocks under some decisions, with what is not taken over as it was. */
  convert: (decisions: Decisions, language: string) => Converted;
};

/**
 * Reads a Word document without changing a word of it: what a text of ours cannot hold is reported with its place, and what
 * Word shows as deleted, struck or hidden is asked about.
 * @throws Error if it is no Word document
 */
export function readDocument(file: Uint8Array): WordDocument {
  const parts = openPackage(file);
  const blocks = readBody(parts, readStyles(parts.styles), readNumbering(parts.numbering));
  return {
    questions: questionsOf(blocks),
    // Numbers are counted anew each time: what is left out has none.
    convert: (decisions, language) =>
      convert(settle(blocks, decisions), readNumbering(parts.numbering), language),
  };
}
