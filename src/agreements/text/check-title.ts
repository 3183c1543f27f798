import type { Worded } from "#src/db/columns.ts";
import { type Fault, Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";
import { checkPrintable } from "#src/text/printable.ts";

/** Returns a title that can be stored, in each of its languages; otherwise throws a Refusal. */
export function checkTitle(title: Worded): Worded {
  return Object.fromEntries(
    Object.entries(title).map(([language, words]) => [language, checkWords(words, language)]),
  );
}

/** Throws a Refusal if the title lacks one of the agreement's languages. */
export function checkTitled(title: Worded, languages: string[]): void {
  const missing: Fault[] = languages
    .filter((language) => !title[language]?.trim())
    .map((language) => ({ pointer: `/title/${language}`, detail: "is missing" }));
  if (missing.length === 0) return;
  const detail = "The title is missing in a language.";
  throw new Refusal("malformed-request", detail, { errors: missing });
}

function checkWords(words: string, language: string): string {
  const title = checkText(words, { kind: "title", language });
  checkPrintable(title);
  return title;
}
