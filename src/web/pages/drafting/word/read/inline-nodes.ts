import type { EditorMark, EditorNode } from "../../model/editor-document.ts";
import type { Finding } from "./findings.ts";
import { readsOtherwise } from "./order.ts";
import { raisedText } from "./raised.ts";
import type { Piece } from "./word-blocks.ts";

type Report = (finding: Omit<Finding, "place">) => void;

/** Converts a paragraph's words to the editor's nodes. Reports what cannot be kept. */
export function inlineNodes(pieces: Piece[], language: string, report: Report): EditorNode[] {
  return joined(pieces).flatMap((piece): EditorNode[] => {
    if (piece.kind === "bookmark") return [];
    if (piece.kind === "lost") {
      report({ kind: piece.what, lost: true, words: piece.words });
      return [];
    }
    if (piece.kind === "break") return [{ type: "hardBreak" }];
    const typed = piece.text;
    if (piece.capitals && typed !== typed.toUpperCase()) {
      report({ kind: "capitals", lost: false, words: typed.toUpperCase(), ours: typed });
    }
    if (piece.forced && readsOtherwise(typed, piece.forced, language)) {
      report({ kind: "order", lost: false, words: typed });
    }
    const text = piece.raised ? raise(typed, piece.raised, report) : typed;
    const marks: EditorMark[] = [
      ...(piece.bold ? [{ type: "bold" } as const] : []),
      ...(piece.italic ? [{ type: "italic" } as const] : []),
    ];
    if (piece.target) {
      const attrs = { target: piece.target, words: text };
      return [{ type: "reference", attrs, ...(marks.length > 0 && { marks }) }];
    }
    if (piece.href && /^(https?:\/\/|mailto:)/i.test(piece.href)) {
      marks.push({ type: "link", attrs: { href: piece.href } });
    }
    return [{ type: "text", text, ...(marks.length > 0 && { marks }) }];
  });
}

function raise(text: string, raised: "superscript" | "subscript", report: Report): string {
  const own = raisedText(text, raised);
  if (own === null) report({ kind: "raised", lost: false, words: text });
  return own ?? text;
}

/** Joins runs, because Word often splits one reference, superscript or struck passage into several. */
function joined(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last?.kind === "words" && piece.kind === "words" && isAlike(last, piece)) {
      out[out.length - 1] = { ...last, text: last.text + piece.text };
    } else out.push(piece);
  }
  return out;
}

type Words = Extract<Piece, { kind: "words" }>;

const isAlike = (a: Words, b: Words) =>
  a.target === b.target &&
  a.href === b.href &&
  a.raised === b.raised &&
  a.capitals === b.capitals &&
  a.forced === b.forced &&
  (a.target !== undefined ||
    (Boolean(a.bold) === Boolean(b.bold) && Boolean(a.italic) === Boolean(b.italic)));
