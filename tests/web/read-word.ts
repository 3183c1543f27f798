import { importText } from "#src/web/pages/drafting/word/import-text.ts";
import type { Decisions } from "#src/web/pages/drafting/word/read/settle.ts";
import {
  article,
  list,
  numbers,
  title,
  type WordParts,
  wordFile,
} from "#tests/support/word-file.ts";

/** Imports a document with one article: the text under the article, its findings in short, and its questions. */
export function read(
  inner: string,
  parts: Partial<WordParts> = {},
  decisions: Decisions = {},
  language = "en",
) {
  const body = `${title}${article("Scope")}${inner}`;
  const document = importText(wordFile({ body, ...parts }), language);
  const { markdown, findings } = document.text(decisions);
  return {
    text: markdown.replace("# Agreement\n\n## Scope\n\n", "").trimEnd(),
    said: findings.map((one) => [one.kind, one.words, one.ours].filter(Boolean).join(" | ")),
    findings,
    questions: document.questions,
  };
}

/** A style of the document, named by its id. */
export const style = (id: string, type: string, inner: string, more = "") =>
  `<w:style w:type="${type}" ${more} w:styleId="${id}"><w:name w:val="${id}"/>${inner}</w:style>`;
/** A part of a field: its begin, its separator or its end. */
export const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
/** The instruction of a field. */
export const code = (words: string) => `<w:r><w:instrText> ${words} </w:instrText></w:r>`;

/** One list with these levels. */
export const numbering = (...levels: [format: string, text: string, start?: number][]) => ({
  numbering: `${list(1, ...levels)}${numbers(1)}`,
});
export const decimal = numbering(["decimal", "%1."], ["lowerLetter", "(%2)"]);
