import type { Formulas, Marks } from "./data.ts";

/** What is printed around a text, and what closes it, from the content of a language's file. */
export function divide(content: Record<string, unknown>): { marks: Marks; formulas: Formulas } {
  const { name, reviewed: _, marks, dates, list, ...formulas } = content;
  return {
    marks: { name, ...(marks as object), dates, list } as Marks,
    formulas: formulas as Formulas,
  };
}
