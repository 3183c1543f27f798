import type { RefusalCode } from "#src/errors.ts";
import words from "../../templates/problems.json" with { type: "json" };

/** The languages in which a refusal is answered. */
export const problemLanguages = ["en", "ru", "ar", "kk", "fr"] as const;

export type ProblemLanguage = (typeof problemLanguages)[number];

// A code or a language that lacks its sentence does not compile.
const byCode = words satisfies Record<RefusalCode | "internal", Record<ProblemLanguage, string>>;

/** What a refusal's code means, in a sentence for a person; English where the language is not ours. */
export function problemWords(code: RefusalCode | "internal", language: string): string {
  return byCode[code][problemLanguage(language) ?? "en"];
}

/** The one of our languages that a BCP 47 tag means by its primary subtag, or null. */
export function problemLanguage(tag: string): ProblemLanguage | null {
  const primary = tag.split("-")[0]?.toLowerCase();
  return problemLanguages.find((language) => language === primary) ?? null;
}
