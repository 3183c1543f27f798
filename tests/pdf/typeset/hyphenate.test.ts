import { expect, test } from "vitest";
import { hyphenPlaces } from "#src/pdf/typeset/hyphenate.ts";

const divided = (word: string, language: string) => {
  const places = [0, ...hyphenPlaces(word, language), word.length];
  return places.slice(1).map((to, index) => word.slice(places[index], to));
};

test.each([
  ["en", "notwithstanding", "notwith stand ing"],
  ["fr", "développement", "déve lop pe ment"],
  ["de", "Zusammenarbeit", "Zusam men ar beit"],
  ["es", "administración", "admi nis tra ción"],
  ["ru", "сотрудничество", "сотруд ни чес тво"],
  ["ru", "подъездной", "подъ ез дной"],
  ["ru", "договорённость", "дого во рён ность"],
  ["kk", "ынтымақтастық", "ынты мақ тас тық"],
  ["tr", "Cumhuriyeti", "Cum hu ri yeti"],
])("%s divides %s as its readers do", (language, word, parts) => {
  expect(divided(word, language).join(" ")).toBe(parts);
});

test("marks around a word do not move its divisions", () => {
  expect(divided("«сотрудничества»,", "ru").join("")).toBe("«сотрудничества»,");
  expect(hyphenPlaces("(notwithstanding)", "en")).toEqual(
    hyphenPlaces("notwithstanding", "en").map((place) => place + 1),
  );
});

test.each([
  ["a name in capitals", "UNESCO", "en"],
  ["a number", "2026–2030", "en"],
  ["a compound", "co-operation", "en"],
  ["Arabic", "المتعاقدة", "ar"],
  ["a language without a rule", "yhteistyösopimus", "fi"],
  ["a short word", "state", "en"],
])("%s stays whole", (_, word, language) => {
  expect(hyphenPlaces(word, language)).toEqual([]);
});

test("neither line is left with fewer than three letters of a word", () => {
  for (const language of ["en", "fr", "de", "es", "it", "pt", "ru", "kk", "tr"]) {
    for (const word of ["institutional", "осуществление", "ұйымдастырушылық", "Bakanlığı"]) {
      const parts = divided(word, language);
      expect(parts[0]?.length).toBeGreaterThanOrEqual(3);
      expect(parts.at(-1)?.length).toBeGreaterThanOrEqual(3);
    }
  }
});
