import {
  DeletedTextRun,
  InsertedTextRun,
  InternalHyperlink,
  type ParagraphChild,
  TextRun,
} from "docx";
import { type Run, runsBetween, wholeRun } from "../../../text/comparison/runs.ts";
import type { PlainPiece } from "./plain-piece.ts";
import { faceOf } from "./runs.ts";

/** Who has changed a text, and when, as Word records it of each change. */
export type Author = { author: string; date: string };

export type Tracking = Author & { rtl: boolean; nextChange: () => number };

/** A paragraph's words with what came and what went as tracked changes. */
export function changedRuns(
  from: PlainPiece | null,
  to: PlainPiece | null,
  tracking: Tracking,
): ParagraphChild[] {
  const runs: Run[] =
    from && to
      ? runsBetween(from.words, to.words)
      : to
        ? wholeRun("inserted", to.words)
        : wholeRun("deleted", from?.words ?? "");
  let [old, young] = [0, 0];
  return runs.flatMap(({ kind, text }) => {
    const faces =
      kind === "deleted"
        ? from?.faces.slice(old, old + text.length)
        : to?.faces.slice(young, young + text.length);
    if (kind !== "inserted") old += text.length;
    if (kind !== "deleted") young += text.length;
    return pieces(text, faces ?? []).map((piece) => runOf(kind, piece, tracking));
  });
}

type Piece = { text: string; bold?: boolean; italic?: boolean; article?: number };

/** Words of one face each. */
function pieces(text: string, faces: PlainPiece["faces"]): Piece[] {
  const out: Piece[] = [];
  let last: PlainPiece["faces"][number] | undefined;
  for (let at = 0; at < text.length; at++) {
    const face = faces[at] ?? {};
    const before = out.at(-1);
    if (before && face === last) before.text += text[at];
    else out.push({ ...face, text: text[at] ?? "" });
    last = face;
  }
  return out;
}

function runOf(kind: Run["kind"], piece: Piece, tracking: Tracking): ParagraphChild {
  const { author, date, rtl, nextChange } = tracking;
  const face = piece.text === "\n" ? { break: 1, rightToLeft: rtl } : faceOf(piece, rtl);
  if (kind === "deleted") return new DeletedTextRun({ ...face, id: nextChange(), author, date });
  const run =
    kind === "inserted"
      ? new InsertedTextRun({ ...face, id: nextChange(), author, date })
      : new TextRun(face);
  if (piece.article === undefined) return run;
  return new InternalHyperlink({ anchor: `article_${piece.article}`, children: [run] });
}
