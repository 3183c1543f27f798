import { parseArgs } from "node:util";

/** The command was called with wrong arguments; the process exits with 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

type Options = Record<string, { type: "string" | "boolean"; multiple?: boolean }>;

/** The command's options and its other arguments; throws UsageError for an unknown option. */
export function readWords(words: string[], options: Options) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
