import { parseAccept } from "hono/utils/accept";
import { type LanguageOf, languageIn } from "#src/text/languages.ts";
import type { Call } from "./api.ts";

/**
 * The language of a refusal: the best one that the request accepts (RFC 9110, section 12.5.4), else the signed-in
 * person's, else English. `*` names no language, so the person's own comes before it.
 */
export function chooseLanguage(c: Call): LanguageOf<"letters"> {
  // The person is unknown if the request failed before `identify`.
  return acceptedLanguage(c) ?? languageIn("letters", c.get("person")?.language ?? "") ?? "en";
}

/** The best of our languages that the request itself accepts, or null. */
export function acceptedLanguage(c: Call): LanguageOf<"letters"> | null {
  const accepted = parseAccept(c.req.header("Accept-Language") ?? "")
    .filter(({ q }) => q > 0)
    .map(({ type }) => languageIn("letters", type))
    .find((language) => language !== null);
  return accepted ?? null;
}
