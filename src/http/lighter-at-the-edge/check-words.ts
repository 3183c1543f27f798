import type { CheckLists } from "#src/text/checks/check-lists.ts";
import type { sentences as all, SentenceKey } from "#src/text/checks/sentence-words.ts";

export type { SentenceKey };
/** The file that `npm run build:edge` writes among those of the web app. */
export type CheckWords = { lists: CheckLists; sentences: typeof all };

let known: CheckWords | null = null;

/** The Worker's form of `src/text/checks/sentence-words.ts`: none until they are read. */
export const sentences: Partial<typeof all> = {};

/**
 * Reads the word lists and the sentences of the drafting checks, once in each isolate, before its first request: no module
 * needs them when it is loaded. Where the file cannot be read, the checks fail rather than find nothing, and the next
 * request reads again.
 */
export async function learnCheckWords(read: () => Promise<string>): Promise<void> {
  if (known) return;
  try {
    known = JSON.parse(await read()) as CheckWords;
    Object.assign(sentences, known.sentences);
  } catch {
    known = null;
  }
}

/** The Worker's form of `src/text/checks/check-lists.ts`. */
export function checkLists(): CheckLists {
  if (!known) throw new Error("The word lists of the checks could not be read.");
  return known.lists;
}
