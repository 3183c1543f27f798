import type { RootContent } from "mdast";
import { type Around, type Forms, formsOf, otherHeadings } from "#src/text/forms.ts";
import { formOfReference } from "#src/text/reference-forms.ts";
import type { EditorNode } from "../model/editor-document.ts";
import { blocksOf } from "../model/from-editor.ts";
import { phrasing } from "../model/phrasing.ts";
import { writeMarkdown } from "../model/write-markdown.ts";
import type { Finding } from "./read/findings.ts";
import type { Questions } from "./read/questions.ts";
import { readDocument } from "./read/read-document.ts";
import type { Decisions } from "./read/settle.ts";

export type Imported = {
  markdown: string;
  /** Everything that the import changes or leaves out. */
  findings: Finding[];
};

export type ImportedDocument = {
  questions: Questions;
  /** The imported text under the drafter's decisions. */
  text: (decisions: Decisions) => Imported;
};

/**
 * Reads a Word document as our Markdown. The style Title becomes the title, level-one headings annexes, level-two
 * headings articles. `around` is what the agreement says of its headings.
 * @throws Error if it is not a Word document
 */
export function importText(file: ArrayBuffer, language: string, around?: Around): ImportedDocument {
  const forms = formsOf(language, around);
  const document = readDocument(new Uint8Array(file));
  return {
    questions: document.questions,
    text: (decisions) => {
      const { blocks, findings } = document.convert(decisions, language, forms);
      return importedFrom(blocks, findings, { language, forms });
    },
  };
}

/** Turns a document's blocks into a text. We number the articles; references follow their bookmarks. */
export function importedFrom(
  blocks: EditorNode[],
  given: Finding[],
  { language, forms }: { language: string; forms: Forms },
): Imported {
  const findings = [...given];
  const places = placesOf(blocks);
  let [article, annexed] = [0, false];
  const linked = (node: EditorNode): EditorNode => {
    if (node.type !== "reference") {
      return node.content ? { ...node, content: node.content.map(linked) } : node;
    }
    const said = String(node.attrs?.words);
    const place = places.get(String(node.attrs?.target));
    const form = formOfReference(said, language);
    const ours = place === undefined ? "" : plainSpaces(forms.reference(place, form));
    const follows =
      place !== undefined &&
      (form !== undefined ||
        [forms, otherHeadings(language, forms)].some((one) => isReference(said, one.reference)));
    if (!follows) return { type: "text", text: said, ...(node.marks && { marks: node.marks }) };
    if (plainSpaces(said.trim()) !== ours) {
      const part = article === 0 ? "preamble" : "article";
      findings.push({
        kind: "reference",
        lost: false,
        words: said,
        ours,
        place: { part, number: article, near: said },
      });
    }
    return { ...node, attrs: { target: `article-${place}`, words: ours } };
  };
  const nodes = blocks.flatMap((block): RootContent[] => {
    const level = Number(block.attrs?.level);
    if (block.type === "heading" && level === 1) annexed ||= block !== blocks[0];
    if (block.type === "heading" && level === 2 && !annexed) article += 1;
    const node = linked(block);
    if (node.type !== "heading" || level > 2) return blocksOf([node], 3);
    const children = phrasing(node.content, { oneLine: true });
    return children.length > 0 ? [{ type: "heading", depth: level as 1 | 2, children }] : [];
  });
  return { markdown: writeMarkdown(nodes), findings };
}

/** Maps each bookmark to the article whose heading contains it. */
function placesOf(blocks: EditorNode[]): Map<string, number> {
  const places = new Map<string, number>();
  let [number, annexed] = [0, false];
  for (const [at, { type, attrs }] of blocks.entries()) {
    if (type !== "heading") continue;
    const level = Number(attrs?.level);
    annexed ||= level === 1 && at > 0;
    if (level !== 2 || annexed) continue;
    number += 1;
    for (const id of (attrs?.ids as string[] | undefined) ?? []) places.set(id, number);
  }
  return places;
}

const plainSpaces = (text: string) => text.replaceAll("\u00a0", " ");

/** Words that refer to an article in our form, `Article 7`, with any number. */
function isReference(said: string, reference: (article: number) => string): boolean {
  const words = plainSpaces(said).trim().toLowerCase();
  // French writes the number of the first article in words.
  const numbers = [1, ...(words.match(/\d{1,5}/g) ?? []).map(Number)];
  return numbers.some((number) => plainSpaces(reference(number)).toLowerCase() === words);
}
