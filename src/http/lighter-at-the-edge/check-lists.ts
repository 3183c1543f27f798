import type { CheckLists } from "#src/text/checks/check-lists.ts";

let known: CheckLists | null = null;

/**
 * Reads the word lists of the checks from the file that `npm run build:edge` writes, once in each isolate, before its first
 * request. Where the file cannot be read, the checks fail rather than find nothing, and the next request reads again.
 */
export async function learnCheckLists(read: () => Promise<string>): Promise<void> {
  if (known) return;
  try {
    known = JSON.parse(await read()) as CheckLists;
  } catch {
    known = null;
  }
}

/** The Worker's form of `src/text/checks/check-lists.ts`. */
export function checkLists(): CheckLists {
  if (!known) throw new Error("The word lists of the checks could not be read.");
  return known;
}
