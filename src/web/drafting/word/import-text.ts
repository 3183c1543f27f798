import type { RootContent } from "mdast";
import { formsOf } from "../../../text/forms.ts";
import type { EditorNode } from "../model/editor-document.ts";
import { blocksOf } from "../model/from-editor.ts";
import { phrasing } from "../model/phrasing.ts";
import { writeMarkdown } from "../model/write-markdown.ts";
import { blocksFromHtml } from "./from-html.ts";

export type Imported = { markdown: string; notes: string[] };

/**
 * The text of a Word document as Markdown of ours: tracked changes as if accepted, Word's headings of the first level
 * as title and annexes, of the second as articles. Throws what mammoth throws where it is no Word document.
 */
export async function importText(file: ArrayBuffer, language: string): Promise<Imported> {
  const mammoth = await import("mammoth");
  const input =
    typeof window === "undefined" ? { buffer: Buffer.from(file) } : { arrayBuffer: file };
  const { value, messages } = await mammoth.default.convertToHtml(input, {
    styleMap: [
      "p[style-name='Title'] => h1:fresh",
      "p[style-name='Quote'] => blockquote > p:fresh",
    ],
    ignoreEmptyParagraphs: true,
    convertImage: mammoth.default.images.imgElement(async () => ({ src: "" })),
  });
  const notes = [...new Set(messages.map(({ message }) => message))];
  return { markdown: textOf(blocksFromHtml(value), language), notes };
}

/** The blocks of a document as a text: its articles numbered anew, references following their bookmarks. */
export function textOf(blocks: EditorNode[], language: string): string {
  const places = new Map<string, number>();
  let number = 0;
  let annexed = false;
  for (const [at, { type, attrs }] of blocks.entries()) {
    if (type !== "heading") continue;
    const level = Number(attrs?.level);
    annexed ||= level === 1 && at > 0;
    if (level !== 2 || annexed) continue;
    number += 1;
    for (const id of (attrs?.ids as string[] | undefined) ?? []) places.set(id, number);
  }
  const forms = formsOf(language);
  const linked = (node: EditorNode): EditorNode => {
    if (node.type === "reference") {
      const place = places.get(String(node.attrs?.target));
      if (place === undefined) return { type: "text", text: String(node.attrs?.words) };
      const attrs = {
        target: `article-${place}`,
        words: forms.reference(place).replaceAll("\u00a0", " "),
      };
      return { ...node, attrs };
    }
    return node.content ? { ...node, content: node.content.map(linked) } : node;
  };
  const nodes = blocks.map(linked).flatMap((node): RootContent[] => {
    const level = Number(node.attrs?.level);
    if (node.type !== "heading" || level > 2) return blocksOf([node], 3);
    const children = phrasing(node.content, { oneLine: true });
    return children.length > 0 ? [{ type: "heading", depth: level as 1 | 2, children }] : [];
  });
  return writeMarkdown(nodes);
}
