import places from "../../templates/places.json" with { type: "json" };

/** A value alike in all languages, or one for each (BCP 47). */
export type InEachLanguage = string | Record<string, string>;

const byName = new Map(
  (places as Record<string, string>[]).flatMap((place) =>
    Object.values(place).map((name) => [fold(name), place] as const),
  ),
);

/**
 * What a value is in a language: the words given for it; else, of a place whose names ship with the service, its own name there;
 * else the one value given, where the language is written in its script. Null asks for words of its own.
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

/** Whether every letter is of the script in which the language is written; of languages with several, any is taken. */
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
