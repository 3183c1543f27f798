import places from "../../templates/places.json" with { type: "json" };

/** A value for all languages, or one for each (BCP 47). */
export type InEachLanguage = string | Record<string, string>;

const byName = new Map(
  (places as Record<string, string>[]).flatMap((place) =>
    Object.values(place).map((name) => [fold(name), place] as const),
  ),
);

/**
 * A value's words in a language: those given for it; else the name of a place whose names ship with the service;
 * else the single value, if it is in the language's script. Null means that the language needs its own words.
 */
export function wordsIn(value: InEachLanguage, language: string): string | null {
  const own = typeof value === "string" ? undefined : value[language]?.trim();
  if (own) return own;
  const given = typeof value === "string" ? [value] : Object.values(value);
  const named = given.map((one) => byName.get(fold(one))?.[language]).find(Boolean);
  if (named) return named;
  const alike = given.find((one) => one.trim() !== "" && isWrittenIn(one, language));
  return alike?.trim() ?? null;
}

/** Whether every letter is in the language's script; for languages with several scripts, any matches. */
function isWrittenIn(words: string, language: string): boolean {
  const { script = "" } = new Intl.Locale(language).maximize();
  const single = ["Arab", "Armn", "Cyrl", "Deva", "Geor", "Grek", "Hebr", "Latn", "Thai"];
  if (!single.includes(script)) return true;
  const strange = new RegExp(`(?=\\p{L})\\P{Script_Extensions=${script}}`, "u");
  return !strange.test(words);
}

function fold(name: string): string {
  return name.normalize("NFC").trim().toLowerCase();
}
