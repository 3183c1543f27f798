import type { RefusalCode } from "#src/errors.ts";
import titles from "../../templates/problem-titles.json" with { type: "json" };
import words from "../../templates/problems.json" with { type: "json" };
import { type LanguageOf, languageIn } from "./languages.ts";

// A code or a language without its sentence does not compile.
const byCode = words satisfies Record<
  RefusalCode | "internal",
  Record<LanguageOf<"letters">, string>
>;

/** What a refusal's code means, in a sentence for a person; English if the language is not ours. */
export function problemWords(code: RefusalCode | "internal", language: string): string {
  return byCode[code][languageIn("letters", language) ?? "en"];
}

const titleByCode = titles satisfies typeof byCode;

/** What has failed, in a few words for a person; English if the language is not ours. */
export function problemTitle(code: RefusalCode | "internal", language: string): string {
  return titleByCode[code][languageIn("letters", language) ?? "en"];
}
