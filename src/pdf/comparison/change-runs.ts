import type { Run as Changed } from "#src/text/compare.ts";
import { isolate } from "#src/text/isolate.ts";
import { directionOf } from "#src/text/languages.ts";
import type { Run } from "../typeset/paragraph.ts";

/** The look of inserted and deleted words: shown by a rule, by colour, and in the structure. */
export const inserted = { rule: "Underline", colour: "0 0.2 0.55 rg" } as const;
export const deleted = { rule: "LineThrough", colour: "0.65 0 0.05 rg" } as const;

/** The runs of a comparison as runs of a paragraph, with their faces. */
export function changeRuns(runs: Changed[], language: string): Run[] {
  const rtl = directionOf(language) === "rtl";
  return runs.flatMap(({ kind, text, shown, bold, italic }, at): Run[] => {
    const words: Run = { text: shown === undefined ? text : printable(shown, language) };
    if (bold || italic) words.style = bold && italic ? "boldItalic" : bold ? "bold" : "italic";
    if (kind === "same") return [words];
    const run: Run = {
      ...words,
      span: { type: "Span", ...(kind === "inserted" ? inserted : deleted) },
    };
    // Deleted and inserted figures follow the order of the line, and are not one number.
    const replaces = rtl && kind === "inserted" && runs[at - 1]?.kind === "deleted";
    return replaces ? [{ text: "\u200f" }, run] : [run];
  });
}

/** The stand-in for something invisible: our fonts have no ⟨ and ⟩. It reads in its own direction. */
function printable(shown: string, language: string): string {
  return shown.replaceAll(/⟨([^⟨⟩]*)⟩/g, (_, words) => isolate(`‹${words}›`, language));
}
