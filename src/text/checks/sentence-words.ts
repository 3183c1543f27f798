import words from "../../../templates/check-sentences.json" with { type: "json" };
import type { LanguageOf } from "../languages.ts";

export type SentenceKey = keyof typeof words;

/** The sentences of warnings and of their sources. One without one of the languages does not compile. */
export const sentences: Record<SentenceKey, Record<LanguageOf<"letters">, string>> = words;
