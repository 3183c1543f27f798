import type { Worded } from "#src/db.ts";
import { type Fault, Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";
import { checkPrintable } from "#src/text/printable.ts";

/** A title in every language of the agreement, as the text policy stores it; else a Refusal. */
export function checkTitle(title: Worded, languages: string[]): Worded {
  const missing: Fault[] = languages
    .filter((language) => !title[language]?.trim())
    .map((language) => ({ pointer: `/title/${language}`, detail: "is missing" }));
  if (missing.length > 0) {
    throw new Refusal("malformed-request", "The title is missing in a language.", {
      errors: missing,
    });
  }
  return Object.fromEntries(
    Object.entries(title).map(([language, words]) => [language, checkWords(words, language)]),
  );
}

function checkWords(words: string, language: string): string {
  const title = checkText(words, { kind: "title", language });
  checkPrintable(title);
  return title;
}
