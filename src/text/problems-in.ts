import { type Fault, Refusal } from "#src/errors.ts";
import { parseText } from "./markdown.ts";
import { faultsIn } from "./policy.ts";
import { checkPrintable } from "./printable.ts";

/** A reason why a text cannot become a version, and its place: line and column from 1. */
export type TextProblem = { line: number; column: number; message: string };

/** Every reason to refuse a text in a language; empty if it may become a version. At most 200. */
export function problemsIn(markdown: string, language: string): TextProblem[] {
  const lines = markdown.replaceAll("\r\n", "\n");
  const hidden = faultsIn(lines, { kind: "body", language });
  const others = hidden.length > 0 ? [] : refusedBy(() => checkPrintable(lines));
  return [...hidden, ...others, ...refusedBy(() => parseText(lines, language))]
    .slice(0, 200)
    .map(({ line = 1, column = 1, detail }) => ({ line, column, message: detail }));
}

function refusedBy(check: () => unknown): Fault[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.extra.errors ?? [{ detail: error.message }];
  }
}
