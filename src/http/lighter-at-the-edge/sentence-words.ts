import type { sentences as all, SentenceKey } from "#src/text/checks/sentence-words.ts";

export type { SentenceKey };
export type CheckSentences = typeof all;

/** The Worker's form of `src/text/checks/sentence-words.ts`: none until they are read with those of refusals. */
export const sentences: Partial<CheckSentences> = {};
