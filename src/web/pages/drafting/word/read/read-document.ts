import type { Forms } from "#src/text/forms.ts";
import { type Converted, convert } from "./convert.ts";
import { readNumbering } from "./numbering.ts";
import { openPackage } from "./open-package.ts";
import { type Questions, questionsOf } from "./questions.ts";
import { readBody } from "./read-body.ts";
import { type Decisions, settle } from "./settle.ts";
import { readStyles } from "./styles.ts";

export type WordDocument = {
  questions: Questions;
  /** The document's blocks under given decisions, and every part that the import changes or leaves out. */
  convert: (decisions: Decisions, language: string, forms: Forms) => Converted;
};

/**
 * Reads a Word document without changing its words. Content that our text cannot hold is reported with its place;
 * deleted, struck-through and hidden words become questions.
 * @throws Error if it is not a Word document
 */
export function readDocument(file: Uint8Array): WordDocument {
  const parts = openPackage(file);
  const blocks = readBody(parts, readStyles(parts.styles), readNumbering(parts.numbering));
  return {
    questions: questionsOf(blocks),
    // Count again for each set of decisions, because left-out paragraphs have no number.
    convert: (decisions, language, forms) =>
      convert(settle(blocks, decisions), readNumbering(parts.numbering), { language, forms }),
  };
}
