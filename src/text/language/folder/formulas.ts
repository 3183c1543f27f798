import type { Formulas } from "../data.ts";
import { readFile } from "./read.ts";

/** The closing formulas of a shipped language. */
export function shippedFormulas(key: string): Formulas | undefined {
  return readFile(key)?.formulas;
}
