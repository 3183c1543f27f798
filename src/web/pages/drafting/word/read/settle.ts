import type {
  Change,
  Flags,
  Piece,
  WordBlock,
  WordCell,
  WordParagraph,
  WordRow,
} from "./word-blocks.ts";

/** The drafter's decisions about tracked, struck-through and hidden words. */
export type Decisions = {
  tracked?: "accept" | "reject";
  struck?: "leaveOut" | "keep";
  hidden?: "leaveOut" | "keep";
};

/** Applies the decisions to a document. What remains is ordinary text. */
export function settle(blocks: WordBlock[], decisions: Decisions): WordBlock[] {
  const out: WordBlock[] = [];
  let run: WordParagraph | null = null;
  for (const block of blocks) {
    if (block.kind !== "paragraph") {
      const settled = settleOther(block, decisions);
      // A paragraph with a deleted end before a table stays a paragraph, because Word cannot join the two.
      if (run && settled) {
        out.push(run);
        run = null;
      }
      if (settled) out.push(settled);
      continue;
    }
    const pieces: Piece[] = block.pieces.filter((piece) => stays(piece, decisions));
    // The joined paragraph takes the style of the paragraph whose end remains, unless that one is empty.
    const last: WordParagraph | null = run;
    const joined: WordParagraph =
      last && pieces.length === 0
        ? { ...last, end: block.end }
        : { ...block, pieces: [...(last?.pieces ?? []), ...pieces] };
    run = endStays(block, decisions) ? null : joined;
    if (!run) out.push(joined);
  }
  if (run && run.pieces.length > 0) out.push(run);
  return out;
}

function settleOther(
  block: Exclude<WordBlock, WordParagraph>,
  decisions: Decisions,
): WordBlock | null {
  if (block.kind === "lost") return survives(block.changes, decisions) ? block : null;
  const rows = block.rows
    .filter(({ changes }) => survives(changes, decisions))
    .map((row): WordRow => ({ ...row, cells: cellsOf(row, decisions) }))
    .filter(({ cells }) => cells.length > 0);
  return rows.length > 0 ? { ...block, rows } : null;
}

function cellsOf({ cells }: WordRow, decisions: Decisions): WordCell[] {
  return cells
    .filter(({ changes }) => survives(changes, decisions))
    .map((cell) => ({ ...cell, blocks: settle(cell.blocks, decisions) }));
}

function stays({ changes, struck, hidden }: Flags, decisions: Decisions): boolean {
  if (!survives(changes, decisions)) return false;
  if (struck && decisions.struck === "leaveOut") return false;
  return !(hidden && decisions.hidden === "leaveOut");
}

function endStays({ end }: WordParagraph, decisions: Decisions): boolean {
  return survives(end.changes, decisions) && !(end.hidden && decisions.hidden === "leaveOut");
}

/** The default: tracked changes are shown as accepted. */
function survives(changes: Change[], { tracked = "accept" }: Decisions): boolean {
  const gone = tracked === "accept" ? "deleted" : "inserted";
  return changes.every(({ kind }) => kind !== gone);
}
