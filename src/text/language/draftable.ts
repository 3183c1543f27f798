import type { Fault } from "#src/errors.ts";
import { canonicalTag, scriptOf, tagPattern } from "../languages.ts";
import { isScript, printsScript } from "../printable.ts";

/** Why no text can be drafted under a tag. */
export type NoText = "not-a-tag" | "no-language" | "no-script" | "no-region" | "no-font";

/** What is known of codes. A browser asks the app's own data: engines lack names of some languages. */
export type Known = {
  language: (code: string) => boolean;
  region: (code: string) => boolean;
  /** Whether the package of an optional font is installed. */
  hasPackage?: (name: string) => boolean;
};

const byEngine: Known = {
  language: (code) => isNamed("language", code),
  region: (code) => isNamed("region", code),
};

/**
 * Why no text can be drafted under a BCP 47 tag; null if one can. A language of three letters may be one that we know
 * nothing about: ISO 639-3 has more than 8,000. One of two letters is known, or it is none.
 */
export function whyNoText(given: string, known = byEngine): NoText | null {
  const tag = canonicalTag(given);
  if (!tagPattern.test(tag)) return "not-a-tag";
  const language = tag.split("-", 1)[0] ?? tag;
  const { script, region } = new Intl.Locale(tag);
  if (noLanguage.test(language) || (language.length === 2 && !known.language(language))) {
    return "no-language";
  }
  if (script && !isScript(script)) return "no-script";
  if (region && (region === "ZZ" || !known.region(region))) return "no-region";
  return printsScript(scriptOf(tag), known.hasPackage) ? null : "no-font";
}

/** Undetermined, several, none, and those for private use (ISO 639-2). */
const noLanguage = /^(?:und|mul|mis|zxx|q[a-t][a-z])$/;

function isNamed(type: "language" | "region", code: string): boolean {
  return new Intl.DisplayNames("en", { type, fallback: "none" }).of(code) !== undefined;
}

/** As a refusal says it. */
export const saysNoText = {
  "not-a-tag": "is not a language tag such as ar, sr-Cyrl or ca-valencia",
  "no-language": "does not name a language",
  "no-script": "names a script that is not known",
  "no-region": "names a region that is not known",
  "no-font": "is written in a script that no font prints",
} as const satisfies Record<NoText, string>;

/** The languages in which no text can be drafted, by their place in a request; a tag that is none is left out. */
export function languagesWithoutText(languages: string[]): Fault[] {
  return languages.flatMap((tag, at) => {
    const why = whyNoText(tag);
    if (why === null || why === "not-a-tag") return [];
    return [{ pointer: `/languages/${at}`, detail: saysNoText[why] }];
  });
}
