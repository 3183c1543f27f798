import type { Run } from "#src/text/compare.ts";
import { bracketed } from "./bracketed.ts";

export type MarkedRun = Run & { bracket?: boolean };

/**
 * Marks the runs of a comparison that are inside a party's brackets. Deleted runs are marked by the old text's
 * brackets.
 */
export function bracketedRuns(runs: Run[], codes: string[]): MarkedRun[] {
  if (codes.length === 0 || !runs.some(({ text }) => text.includes("["))) return runs;
  const [old, young] = [edgesOf(runs, "inserted", codes), edgesOf(runs, "deleted", codes)];
  let [before, after] = [0, 0];
  return runs.flatMap((run): MarkedRun[] => {
    const { kind, text, shown } = run;
    const [edges, begin] = kind === "deleted" ? [old, before] : [young, after];
    if (kind !== "inserted") before += text.length;
    if (kind !== "deleted") after += text.length;
    const bracket = (at: number) => edges.filter((edge) => edge <= at).length % 2 === 1;
    if (shown !== undefined) return [{ ...run, bracket: bracket(begin) }];
    const within = edges.filter((edge) => edge > begin && edge < begin + text.length);
    const cuts = [begin, ...within, begin + text.length];
    return cuts.slice(1).map((end, at) => {
      const start = cuts[at] ?? begin;
      return { ...run, text: text.slice(start - begin, end - begin), bracket: bracket(start) };
    });
  });
}

/** The positions at which one side's brackets open and close, in order. */
function edgesOf(runs: Run[], absent: Run["kind"], codes: string[]): number[] {
  const text = runs
    .filter(({ kind }) => kind !== absent)
    .map((run) => run.text)
    .join("");
  const edges: number[] = [];
  let [at, within] = [0, false];
  for (const piece of bracketed([{ kind: "text", text }], codes)) {
    const bracket = piece.bracket === true;
    if (bracket !== within) edges.push(at);
    within = bracket;
    if (piece.kind === "text") at += piece.text.length;
  }
  return within ? [...edges, at] : edges;
}
