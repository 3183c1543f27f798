import { describe, expect, test } from "vitest";
import { templatesFolder } from "#src/foundation.ts";
import { splitTemplates } from "#src/templates/publish.ts";
import { fillTemplate } from "#src/text/fill-template.ts";
import { type Instrument, instrumentShape, nameInstrument } from "#src/text/instrument.ts";
import { parseTemplate } from "#src/text/parse-template.ts";
import { knownParties } from "#src/text/party-name.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { faultsOf } from "./template-library.ts";

const folder = await readFolder(templatesFolder);
const languages = ["en", "ru", "ar", "kk", "fr"] as const;
const instruments = ["agreement", "treaty", "convention", "protocol", "arrangement", "memorandum"];

const named = (text: string, language: string, instrument: Instrument) =>
  nameInstrument(text, language, instrument).text;

describe("a clause names the instrument that it stands in", () => {
  test.each([
    [
      "en",
      "protocol",
      "1. {{instrument}} enters into force.",
      "1. This Protocol enters into force.",
    ],
    ["en", "treaty", "A Party to {{instrument}}.", "A Party to this Treaty."],
    ["fr", "protocol", "Les Parties {{instrument:dative}}", "Les Parties au présent Protocole"],
    ["fr", "convention", "le texte {{instrument:genitive}}", "le texte de la présente Convention"],
    ["fr", "agreement", "le texte {{instrument:genitive}}", "le texte du présent Accord"],
    ["fr", "convention", "est {{instrument|f:conclue|else:conclu}}", "est conclue"],
    ["ru", "protocol", "выйти из {{instrument:genitive}}", "выйти из настоящего Протокола"],
    ["ru", "convention", "подписать {{instrument:accusative}}", "подписать настоящую Конвенцию"],
    ["ru", "arrangement", "тогда {{instrument|m:он|f:она|n:оно}}", "тогда она"],
    ["ru", "agreement", "тогда {{instrument|m:он|f:она|n:оно}}", "тогда оно"],
    ["kk", "protocol", "   3. {{instrument:dative}} қатысты", "   3. осы Хаттамаға қатысты"],
    ["ru", "agreement", "1. {{instrument}} вступает", "1. Настоящее Соглашение вступает"],
    ["ar", "protocol", "الالتزام ب{{instrument}}", "الالتزام بهذا البروتوكول"],
    ["ar", "memorandum", "{{instrument|f:تظل|else:يظل}} {{instrument}}", "تظل هذه المذكرة"],
    ["kk", "protocol", "{{instrument:dative}} қол қою", "Осы Хаттамаға қол қою"],
    ["kk", "protocol", "Тарап {{instrument:ablative}} шығады", "Тарап осы Хаттамадан шығады"],
    ["kk", "arrangement", "Тарап {{instrument:accusative}}", "Тарап осы Уағдаластықты"],
  ] as const)("%s %s: %s", (language, instrument, text, expected) => {
    expect(named(text, language, instrument)).toBe(expected);
  });

  test("in its own words, if they are given", () => {
    const pact = { ru: { name: "настоящий Пакт", genitive: "настоящего Пакта" }, en: "this Pact" };
    expect(named("Стороны {{instrument:genitive}}", "ru", pact)).toBe("Стороны настоящего Пакта");
    expect(named("{{instrument}} binds.", "en", pact)).toBe("This Pact binds.");
  });

  test.each(instruments)("%s: every shipped clause, in every language", (instrument) => {
    const known = instrumentShape.parse(instrument);
    for (const [path, text] of Object.entries(folder)) {
      const [, language] = path.match(/^clauses\/.*\/(\w+)\.md$/) ?? [];
      if (!language) continue;
      const { text: filled, faults } = nameInstrument(text, language, known);
      expect([path, faults]).toEqual([path, []]);
      expect(filled).not.toContain("{{instrument");
    }
  });
});

test("the shipped protocol says nowhere that it is an agreement", () => {
  const template = parseTemplate(splitTemplates(folder)["protocol-of-amendment"] ?? {});
  const others: Record<(typeof languages)[number], RegExp> = {
    en: /this Agreement/i,
    ru: /настоящ\S+ Соглашени/i,
    ar: /هذا الاتفاق/,
    kk: /осы Келісім/i,
    fr: /présent Accord/,
  };
  for (const language of languages)
    expect(textOf(template, language, 3)).not.toMatch(others[language]);
});

describe("two parties have the dual in Arabic, and more the plural", () => {
  const templates = Object.values(splitTemplates(folder)).map(parseTemplate);

  test.each(["cooperation-agreement", "memorandum-of-understanding"])("%s", (name) => {
    const template = templates.find((one) => one.name === name);
    if (!template) throw new Error(`no ${name}`);
    expect(textOf(template, "ar", 2)).toMatch(/وهما: /);
    expect(textOf(template, "ar", 2)).not.toMatch(/وهم: |وهي: /);
    expect(textOf(template, "ar", 3)).toMatch(/وهم: |وهي: /);
    expect(textOf(template, "ar", 3)).not.toMatch(/الطرفان|المشاركان/);
  });
});

test("the parties that begin a paragraph have a capital, and nowhere else", () => {
  const template = parseTemplate(splitTemplates(folder)["blank-agreement"] ?? {});
  expect(textOf(template, "en", 2)).toContain("\n\nThe ");
  const agreement = parseTemplate(splitTemplates(folder)["cooperation-agreement"] ?? {});
  expect(textOf(agreement, "en", 2)).toContain(", namely the ");
});

describe("a place that cannot be filled is a fault with file and line", () => {
  const en = "# Pact\n\n{{parties}}\n\n## Aim\n\nPeace.\n\n{{clause:entry}}\n";

  test.each([
    ["{{instrument:dative}}", "asks for a form that en lacks"],
    ["{{instrument|x:a|else:b}}", "has the unknown branch x"],
    ["{{instrument|}}", "is not a place that can be read"],
    ["{{parties|two:both}}", "must have the branches two and else, and no others"],
    ["{{place|two:a|else:b}}", "is not declared"],
  ])("%s", (place, detail) => {
    expect(faultsOf({ "pact/en.md": `${en}\n## End\n\n${place} ends.\n` })).toContainEqual([
      "en.md",
      13,
      `${place} ${detail}`,
    ]);
  });

  test("a name that a language lacks, in a clause", () => {
    const clause = "## Entry\n\n1. {{instrument}} enters.\n";
    const yaml = "instrument: { ru: настоящий Пакт }";
    expect(faultsOf({ "clauses/entry/signature/en.md": clause }, yaml)).toContainEqual([
      "clauses/entry/signature/en.md",
      3,
      "{{instrument}} has no words: template.yaml, instrument.en",
    ]);
  });

  test("an instrument that nobody knows", () => {
    const [fault] = faultsOf({}, "instrument: pact") ?? [];
    expect(fault?.[0]).toBe("template.yaml");
    expect(fault?.[2]).toContain("instrument");
  });
});

const perLanguage = (words: string) => Object.fromEntries(languages.map((one) => [one, words]));

function textOf(template: ReturnType<typeof parseTemplate>, language: string, parties: number) {
  const given: Record<string, unknown> = {
    place: perLanguage("Astana"),
    amended_title: perLanguage("X 1999"),
    amended_reference: "ACSH/2020/001",
    amended_place: perLanguage("Astana"),
    amended_date: "2020-03-01",
    amended_article: 5,
  };
  const variables = Object.entries(given).filter(([name]) =>
    Object.hasOwn(template.variables, name),
  );
  return fillTemplate(template, {
    language,
    languages: [...languages],
    parties: knownParties.slice(0, parties),
    variables: Object.fromEntries(variables),
    reference: "DEP/2027/001",
  });
}
