import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Refusal } from "#src/errors.ts";
import { expectGlossary, parseGlossary } from "#src/text/glossary.ts";
import { languagesOf } from "#src/text/languages.ts";
import { divergentIn, type Finding, forbiddenIn } from "./find-terms.ts";
import { misspeltIn } from "./orthography.ts";
import { wordedTexts, wordsOf } from "./worded-texts.ts";

const yaml = readFileSync(join(import.meta.dirname, "../../templates/glossary.yaml"), "utf8");
const terms = parseGlossary(yaml);
const texts = wordedTexts();

const lines = (findings: Finding[]) =>
  findings.map(({ file, line, found, say }) => `${file}:${line}: “${found}”. Write: ${say}`);

test("no text uses a word that the glossary forbids", () => {
  expect(lines(forbiddenIn(texts, terms))).toEqual([]);
});

test("where the English uses a term of law, every language uses its own", () => {
  expect(lines(divergentIn(texts, terms))).toEqual([]);
});

test("each language has one orthography and one form of address", () => {
  expect(lines(misspeltIn(texts))).toEqual([]);
});

describe("a planted fault is found in", () => {
  test.each([
    ["en", "The procès-verbal is a verbal note.", "verbal note", "note verbale"],
    ["ru", "Подписант назначен.", "подписант", "подписывающее лицо"],
    ["ar", "النص مُعَدٌّ بشرطِ التصديق.", "بشرط التصديق", "رهناً بالتصديق"],
    ["kk", "Мәтінді\nПАРАФТАУ керек.", "парафтау", "дәйектеу"],
    ["fr", "Signé sous plein pouvoir.", "plein pouvoir", "pleins pouvoirs"],
  ])("%s, whatever its case, vowel marks and line", (language, text, found, say) => {
    const planted = wordsOf(`templates/letters/planted/${language}.md`, `# One\n\n${text}\n`);
    expect(forbiddenIn(planted, terms)).toEqual([
      {
        file: `templates/letters/planted/${language}.md`,
        line: 3 + Number(language === "kk"),
        found,
        say,
      },
    ]);
  });

  test("a catalogue, by the line of its key", () => {
    const planted = wordsOf(
      "src/web/words/ru/planted.json",
      '{\n  "a": "да",\n  "b": "Досье"\n}\n',
    );
    expect(lines(forbiddenIn(planted, terms))).toEqual([
      "src/web/words/ru/planted.json:3: “досье”. Write: дело",
    ]);
  });

  test("a language that leaves a term out", () => {
    const planted = wordsOf(
      "templates/planted.json",
      JSON.stringify({ a: { en: "signed ad referendum", kk: "қол қойылды" } }),
    );
    expect(divergentIn(planted, terms).map(({ say }) => say)).toEqual(["ad referendum"]);
  });

  test.each([
    ["en", 'It is "sealed"', '"'],
    ["ru", "Если вы согласны", "вы"],
    ["ru", "скреплённый", "скреплённый"],
    ["ar", "حكمًا", "ًا"],
    ["ar", "النص, والشروط", "ص,"],
    ["ar", "اختر لغة", "اختر"],
    ["kk", "{{day}} дейін", "}} дейін"],
    ["fr", "Motif : texte", "f :"],
    ["fr", "l'accord", "l'a"],
  ])("the orthography of %s: %s", (language, text, found) => {
    const planted = wordsOf(`templates/letters/planted/${language}.md`, text);
    expect(misspeltIn(planted).map((one) => one.found)).toContain(found);
  });
});

test("a word is right in the phrases that the glossary excepts", () => {
  const right = wordsOf("templates/letters/planted/ar.md", "نسخة مصدقة طبق الأصل");
  const wrong = wordsOf("templates/letters/planted/ar.md", "نسخة طبق الأصل");
  expect(forbiddenIn(right, terms)).toEqual([]);
  expect(forbiddenIn(wrong, terms)).toHaveLength(1);
});

describe("the glossary", () => {
  test("has every term in every language in which we write", () => {
    expect(terms.length).toBeGreaterThanOrEqual(70);
    for (const term of terms) {
      expect(Object.keys(term.in).sort(), term.key).toEqual([...languagesOf("letters")].sort());
    }
  });

  test("forbids no word that it also uses", () => {
    for (const { key, in: languages } of terms) {
      for (const [language, { use }] of Object.entries(languages)) {
        const own = wordsOf(`templates/letters/x/${language}.md`, use);
        const found = forbiddenIn(own, terms).filter(({ say }) => say !== use);
        expect(found, `${key}.${language}`).toEqual([]);
      }
    }
  });

  test("is refused by file and line if a term lacks a language", () => {
    const lacking = yaml.replace(/^ {4}fr: .*paraph.*\n/m, "");
    const line = lacking.split("\n").indexOf("  initialling:") + 1;
    expect(faultsOf(() => parseGlossary(lacking))).toEqual([
      {
        file: "glossary.yaml",
        line,
        column: 3,
        detail: "terms.initialling.fr: is missing",
      },
    ]);
  });

  test("is refused if an entry is wrong, or the file is absent", () => {
    const wrong = yaml.replace(
      "  initialling:\n",
      "  initialling:\n    nl: { use: paraaf, no: [x] }\n",
    );
    const [fault] = faultsOf(() => parseGlossary(wrong));
    expect(fault).toMatchObject({ file: "glossary.yaml", detail: /nl\.no: is not known here/ });
    expect(faultsOf(() => expectGlossary({}))).toEqual([
      { file: "glossary.yaml", detail: "is missing" },
    ]);
  });
});

function faultsOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.extra.errors ?? [];
    throw error;
  }
  throw new Error("was not refused");
}
