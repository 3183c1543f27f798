import { inWords } from "./sentence.ts";
import type { Warning } from "./warning.ts";

/** A warning as a reader gets it, in a language that letters are written in. */
export type ToldWarning = Omit<Warning, "source" | "detail"> & { source: string; detail: string };

/** The warnings in the reader's language; English for a language that letters are not written in. */
export function tellWarnings(warnings: Warning[], reader: string): ToldWarning[] {
  return warnings.map((warning) => ({
    ...warning,
    source: inWords(warning.source, reader),
    detail: inWords(warning.detail, reader),
  }));
}
