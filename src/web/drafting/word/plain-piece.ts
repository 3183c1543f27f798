import type { Inline } from "../../../text/articles.ts";
import { formsOf } from "../../../text/forms.ts";
import { readInlines } from "../../../text/inlines.ts";
import { nodesOf } from "../../../text/markdown.ts";
import type { Reading } from "../../../text/reading.ts";

/** What a piece of Markdown is in a document, and its words. */
export type PieceKind =
  | { kind: "title" | "article" | "heading" | "paragraph" | "quote" }
  | { kind: "item"; level: number; ordered: boolean };

/** A character's face, or the article that it refers to. */
type Face = { bold?: boolean; italic?: boolean; article?: number };

/** A paragraph as it prints: its words, and for each of them how they look. */
export type PlainPiece = { piece: PieceKind; words: string; faces: Face[] };

/** One paragraph, item or row of an article in Markdown, as it was cut for a comparison. */
export function plainPiece(
  markdown: string,
  reading: Pick<Reading, "language" | "articleOf">,
): PlainPiece {
  const [, indent = "", marks = ""] =
    /^(\s*)((?:#{1,6}\s+|(?:\d{1,9}[.)]|[-+*])\s+|>\s?)?)/.exec(markdown) ?? [];
  const body = markdown.slice(indent.length + marks.length);
  const piece = kindOf(indent, marks.trim());
  const faces: Face[] = [];
  let words = "";
  for (const inline of inlinesOf(body, reading)) {
    const text = wordsOf(inline, reading.language);
    const face: Face =
      inline.kind === "text"
        ? { ...(inline.bold && { bold: true }), ...(inline.italic && { italic: true }) }
        : inline.kind === "reference"
          ? { article: inline.article }
          : {};
    words += text;
    for (let at = 0; at < text.length; at++) faces.push(face);
  }
  return { piece, words, faces };
}

function kindOf(indent: string, marks: string): PieceKind {
  if (marks === "#") return { kind: "title" };
  if (marks === "##") return { kind: "article" };
  if (marks.startsWith("#")) return { kind: "heading" };
  if (marks === ">") return { kind: "quote" };
  if (marks === "") return { kind: "paragraph" };
  const level = Math.min(4, Math.round(indent.length / 3));
  return { kind: "item", level, ordered: /^\d/.test(marks) };
}

function inlinesOf(body: string, reading: Pick<Reading, "language" | "articleOf">): Inline[] {
  const [node] = nodesOf(body);
  if (node?.type !== "paragraph" && node?.type !== "heading") {
    const lines = body.split("\n").map((line) => line.trim());
    return [{ kind: "text", text: lines.filter((line) => line !== "").join(" ") }];
  }
  return readInlines(node.children, { ...reading, faults: [] });
}

function wordsOf(inline: Inline, language: string): string {
  if (inline.kind === "text") return inline.text;
  return inline.kind === "break" ? "\n" : formsOf(language).reference(inline.article);
}
