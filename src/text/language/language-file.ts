import type { Formulas, Marks } from "./data.ts";

/** The languages that have a file of their own, among the names of the files in their folder. */
export function keysAmong(files: string[]): string[] {
  return files
    .flatMap((name) => /^([a-z]{2,3}(?:-[A-Za-z0-9-]+)?)\.yaml$/.exec(name)?.[1] ?? [])
    .sort();
}

/** What is printed around a text, and what closes it, from the content of a language's file. */
export function divide(content: Record<string, unknown>): { marks: Marks; formulas: Formulas } {
  const { name, reviewed: _, marks, dates, list, ...formulas } = content;
  return {
    marks: { name, ...(marks as object), dates, list } as Marks,
    formulas: formulas as Formulas,
  };
}
