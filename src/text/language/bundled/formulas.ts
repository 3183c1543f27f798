import { formulas } from "virtual:language-formulas";
import type { Formulas } from "../data.ts";

/** The closing formulas of a shipped language. */
export function shippedFormulas(key: string): Formulas | undefined {
  return Object.hasOwn(formulas, key) ? formulas[key] : undefined;
}
