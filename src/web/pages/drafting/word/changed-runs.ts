import {
  DeletedTextRun,
  InsertedTextRun,
  InternalHyperlink,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { Run } from "#src/text/compare.ts";
import { runOptionsOf } from "../../../word/runs.ts";

/** The author and time that Word records with each change. */
export type Author = { author: string; date: string };

export type Tracking = Author & {
  rtl: boolean;
  nextChange: () => number;
  /** The bookmark of an article by its number. Deleted references use the older version's numbers. */
  bookmarkOf: (kind: Run["kind"], article: number) => string;
};

/** A paragraph's words with insertions and deletions as tracked changes. */
export function changedRuns(runs: Run[], tracking: Tracking): ParagraphChild[] {
  return runs.flatMap((run) =>
    run.text
      .split(/(\n)/)
      .filter((text) => text !== "")
      .map((text) => runOf({ ...run, text }, tracking)),
  );
}

function runOf({ kind, text, bold, italic, article }: Run, tracking: Tracking): ParagraphChild {
  const { rtl } = tracking;
  const words = { text, ...(bold && { bold }), ...(italic && { italic }) };
  const face = text === "\n" ? { break: 1, rightToLeft: rtl } : runOptionsOf(words, rtl);
  const tracked = () => ({ ...face, ...trackedBy(tracking) });
  const run = {
    same: () => new TextRun(face),
    inserted: () => new InsertedTextRun(tracked()),
    deleted: () => new DeletedTextRun(tracked()),
  }[kind]();
  if (article === undefined) return run;
  return new InternalHyperlink({ anchor: tracking.bookmarkOf(kind, article), children: [run] });
}

/** Attributes of one more tracked change. */
export function trackedBy({ author, date, nextChange }: Tracking) {
  return { id: nextChange(), author, date };
}

/** Marks a row, a cell or the end of a paragraph as inserted or deleted. */
export function markOf(change: string, tracking: Tracking) {
  if (change === "added") return { insertion: trackedBy(tracking) };
  return change === "removed" ? { deletion: trackedBy(tracking) } : {};
}
