import fc from "fast-check";
import { expect, test } from "vitest";
import { genitiveOf, governmentOf, kazakhGenitive, signedForLine } from "#src/text/party-forms.ts";
import { governmentNames, knownParties, partyGenitive } from "#src/text/party-name.ts";

const languages = ["en", "ru", "ar", "kk", "fr"];

test.each([
  ["Қазақстан Республикасы", "Қазақстан Республикасының"],
  ["Камбоджа Корольдігі", "Камбоджа Корольдігінің"],
  ["Түрікменстан", "Түрікменстанның"],
  ["Біріккен Араб Әмірліктері", "Біріккен Араб Әмірліктерінің"],
  ["өңірлік хаб", "өңірлік хабтың"],
  ["Мемлекеттік қызмет істері агенттігі", "Мемлекеттік қызмет істері агенттігінің"],
  ["Қор", "Қордың"],
  ["Мектеп", "Мектептің"],
  ["Кеңес", "Кеңестің"],
  ["Ұйым", "Ұйымның"],
  ["Үй", "Үйдің"],
])("the Kazakh genitive of %s follows vowel harmony", (name, genitive) => {
  expect(kazakhGenitive(name)).toBe(genitive);
});

test("whatever the Kazakh word, its genitive begins with it and ends in one of six endings", () => {
  const letters = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюя";
  const word = fc
    .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(word, (name) => {
      const genitive = kazakhGenitive(name);
      expect(genitive.startsWith(name)).toBe(true);
      expect(genitive.slice(name.length)).toMatch(/^[нтд](ы|і)ң$/);
      const lastVowel = [...name].findLast((letter) => "аоұыяюёэәеөүі".includes(letter));
      if (lastVowel) expect(/[әеөүі]/.test(lastVowel)).toBe(genitive.endsWith("ің"));
    }),
  );
});

test("French contracts the preposition with the article of the name", () => {
  const of = (name: string) => genitiveOf({ name }, "fr");
  expect(of("le Royaume de Norvège")).toBe("du Royaume de Norvège");
  expect(of("les États-Unis d’Amérique")).toBe("des États-Unis d’Amérique");
  expect(of("la République française")).toBe("de la République française");
  expect(of("l’Ukraine")).toBe("de l’Ukraine");
  expect(of("Agence nationale")).toBe("d’Agence nationale");
});

test("every party that ships has the forms of its name in each language", () => {
  for (const { code, names, forms, kind } of knownParties) {
    for (const language of languages) {
      const named = { name: names[language] ?? "", forms: forms[language] };
      expect(genitiveOf(named, language), `${code} ${language}`).toBeTruthy();
      if (language !== "en") {
        expect(signedForLine(named, language), `${code} ${language}`).not.toBe(named.name);
      }
      if (kind === "state") expect(governmentOf(named, language)?.name).toBeTruthy();
    }
    expect(forms.ru?.accusative).toBeTruthy();
    expect(forms.ar?.gender).toBeTruthy();
  }
});

test("a Government is named in each language, and its own forms follow", () => {
  const kz = knownParties.find(({ code }) => code === "KZ");
  if (!kz) throw new Error("Kazakhstan ships with the service.");
  const { names, forms } = governmentNames(kz);
  expect(names).toEqual({
    en: "the Government of the Republic of Kazakhstan",
    ru: "Правительство Республики Казахстан",
    ar: "حكومة جمهورية كازاخستان",
    kk: "Қазақстан Республикасының Үкіметі",
    fr: "le Gouvernement de la République du Kazakhstan",
  });
  const party = { name: names, forms };
  expect(languages.map((language) => partyGenitive(party, language))).toEqual([
    "of the Government of the Republic of Kazakhstan",
    "Правительства Республики Казахстан",
    "حكومة جمهورية كازاخستان",
    "Қазақстан Республикасының Үкіметінің",
    "du Gouvernement de la République du Kazakhstan",
  ]);
});

test("in Kazakh a bare country's name stands before its Government as it is", () => {
  expect(governmentOf({ name: "Жапония" }, "kk")?.name).toBe("Жапония Үкіметі");
  expect(governmentOf({ name: "Біріккен Араб Әмірліктері" }, "kk")?.name).toBe(
    "Біріккен Араб Әмірліктерінің Үкіметі",
  );
});

test("the line above a signature declines the name instead of avoiding the case", () => {
  const france = knownParties.find(({ code }) => code === "FR");
  const lines = languages.map((language) => {
    const named = { name: france?.names[language] ?? "", forms: france?.forms[language] };
    return signedForLine(named, language);
  });
  expect(lines).toEqual([
    "For the French Republic",
    "За Французскую Республику",
    "عن الجمهورية الفرنسية",
    "Француз Республикасы үшін",
    "Pour la République française",
  ]);
});

test.each([
  ["es", { name: "la República de Chile" }, "Por la República de Chile"],
  ["tr", { name: "Türkiye Cumhuriyeti" }, "Türkiye Cumhuriyeti adına"],
  ["uk", { name: "Україна", forms: { accusative: "Україну" } }, "За Україну"],
  ["uk", { name: "Україна" }, "Україна"],
  [
    "et",
    { name: "Eesti Vabariik", forms: { genitive: "Eesti Vabariigi" } },
    "Eesti Vabariigi nimel",
  ],
  ["es", { name: "the Republic of Chile", own: false }, "the Republic of Chile"],
  ["sr-Latn", { name: "Republika Srbija" }, "Republika Srbija"],
])("in %s the line above a signature follows the language's file", (language, named, line) => {
  expect(signedForLine(named, language)).toBe(line);
});

test("a name without the form that a language needs stays a name", () => {
  expect(signedForLine({ name: "Агентство" }, "ru")).toBe("Агентство");
  expect(genitiveOf({ name: "Агентство" }, "ru")).toBeNull();
  expect(partyGenitive({ name: { ru: "Агентство" } }, "ru")).toBe("стороны «Агентство»");
  expect(governmentOf({ name: "Кыргыз Республикасы" }, "ky")).toBeNull();
  const given = { name: "Кыргыз Республикасы", forms: { government: "Кыргыз Өкмөтү" } };
  expect(governmentOf(given, "ky")?.name).toBe("Кыргыз Өкмөтү");
});
