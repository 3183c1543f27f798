import type { Fault } from "#src/errors.ts";
import { canonicalTag, scriptOf, tagPattern } from "../languages.ts";
import { printsScript } from "../printable.ts";

/** Why no text can be drafted under a tag. */
export type NoText = "not-a-tag" | "no-language" | "no-script" | "no-region" | "no-font";

/**
 * Why no text can be drafted under a BCP 47 tag; null if one can. A language of three letters may be one that we know
 * nothing about: ISO 639-3 has more than 8,000. One of two letters is known, or it is none.
 */
export function whyNoText(given: string, hasPackage?: (name: string) => boolean): NoText | null {
  const tag = canonicalTag(given);
  if (!tagPattern.test(tag)) return "not-a-tag";
  const language = tag.split("-", 1)[0] ?? tag;
  const { script, region } = new Intl.Locale(tag);
  if (noLanguage.test(language) || (language.length === 2 && !isNamed("language", language))) {
    return "no-language";
  }
  if (script && !isNamed("script", script)) return "no-script";
  if (region && !isNamed("region", region)) return "no-region";
  return printsScript(scriptOf(tag), hasPackage) ? null : "no-font";
}

/** Undetermined, several, none, and those for private use (ISO 639-2). */
const noLanguage = /^(?:und|mul|mis|zxx|q[a-t][a-z])$/;

function isNamed(type: "language" | "script" | "region", code: string): boolean {
  if (code === "ZZ" || code === "Zzzz" || code === "Zxxx" || code === "Zyyy") return false;
  const names = new Intl.DisplayNames("en", { type, fallback: "none" });
  return names.of(code) !== undefined;
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
