import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "#src/errors.ts";
import { templatesFolder } from "#src/foundation.ts";
import { splitTemplates } from "#src/templates/publish.ts";
import type { Inline } from "#src/text/articles.ts";
import { type Filling, fillTemplate } from "#src/text/fill-template.ts";
import { parseText } from "#src/text/markdown.ts";
import { parseTemplate, templateDigest } from "#src/text/parse-template.ts";
import { knownParties } from "#src/text/party-name.ts";
import { readFolder } from "#src/text/read-folder.ts";
import type { Template } from "#src/text/template.ts";
import { languageList, testimonium } from "#src/text/testimonium.ts";

const files = splitTemplates(await readFolder(templatesFolder));
const memorandum = parseTemplate(files["memorandum-of-understanding"] ?? {});
const parties = knownParties.filter(({ code }) => ["KZ", "AE", "HUB"].includes(code));

const filling = (change: Partial<Filling> = {}): Filling => ({
  language: "en",
  languages: ["en", "ru", "ar", "kk"],
  parties,
  variables: { place: "Astana" },
  reference: "DEP/2026/001",
  ...change,
});

function refused(run: () => unknown): { code: string; errors: unknown } {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, errors: error.extra.errors };
    throw error;
  }
  return expect.unreachable();
}

describe("the memorandum of understanding", () => {
  test.each(["en", "ru", "ar", "kk", "fr"])(
    "is complete in %s, with at least twelve articles",
    (language) => {
      const markdown = fillTemplate(memorandum, filling({ language }));
      expect(markdown).not.toMatch(/\{\{|\}\}/);
      const { title, preamble, articles } = parseText(markdown, language);
      expect(title.length).toBeGreaterThan(10);
      expect(preamble.length).toBeGreaterThan(4);
      expect(articles.length).toBeGreaterThanOrEqual(12);
      expect(markdown).toContain(
        { ru: "Астана", ar: "أستانا", kk: "Астана" }[language] ?? "Astana",
      );
    },
  );

  test("says what it must in the vocabulary of a memorandum", () => {
    const markdown = fillTemplate(memorandum, filling());
    for (const word of ["shall", "undertake", "enter into force", "Contracting Parties"]) {
      expect(markdown).not.toMatch(new RegExp(`\\b${word}\\b`, "i"));
    }
    for (const clause of [
      "comes into effect",
      "withdraw",
      "amendment",
      "Depositary",
      "equally valid",
    ]) {
      expect(markdown).toContain(clause);
    }
    expect(markdown).toContain(
      "the Republic of Kazakhstan, the United Arab Emirates and the Regional Hub for Civil Service Cooperation",
    );
    expect(markdown).toContain("English, Russian, Arabic and Kazakh");
  });

  test("is marked as reviewed by nobody", () => {
    expect(memorandum.reviewed).toBe("none");
  });
});

describe("a value is data", () => {
  const printed = (place: string): string => {
    const text = parseText(fillTemplate(memorandum, filling({ variables: { place } })), "en");
    const last = text.articles.at(-1)?.blocks.at(-1);
    const inlines: Inline[] = last?.kind === "paragraph" ? last.inlines : [];
    return inlines.map((one) => (one.kind === "text" ? one.text : `<${one.kind}>`)).join("");
  };

  test.each([
    "{{parties}}",
    "${process.env}",
    "<script>alert(1)</script>",
    "# Heading",
    "a | b",
    "[a](javascript:b)",
    "*bold* _and_ `code`",
    "&amp; &lt;",
    "1. one",
    "back\\slash",
    "![x](y)",
  ])("%s is printed as it stands", (place) => {
    expect(printed(place)).toContain(`Signed in ${place},`);
  });

  test("whatever it holds", () => {
    const sign = fc.constantFrom(..."\\`*_{}[]()#+-.!|<>~&$:=ab1 ");
    fc.assert(
      fc.property(fc.string({ unit: sign, minLength: 1 }), (place) => {
        fc.pre(place.trim() !== "");
        expect(printed(place)).toContain(`Signed in ${place.replaceAll(/\s+/g, " ").trim()},`);
      }),
    );
  });
});

describe("a template is refused", () => {
  const own = files["memorandum-of-understanding"] ?? {};

  test("where a value is missing, unknown or not of its type, each by its pointer", () => {
    const variables = { duration_years: 99, notice_months: "six", colour: "red" };
    expect(refused(() => fillTemplate(memorandum, filling({ variables })))).toEqual({
      code: "invalid-variables",
      errors: [
        { pointer: "/variables/colour", detail: "is not a variable of the template" },
        { pointer: "/variables/place", detail: "is missing" },
        { pointer: "/variables/duration_years", detail: "is not from 1 to 30" },
        { pointer: "/variables/notice_months", detail: "is not a whole number" },
      ],
    });
  });

  test("where a placeholder is not declared, by file and line", () => {
    const text = `${own["en.md"]}\n{{colour}}\n`;
    const line = text.split("\n").length - 1;
    expect(refused(() => parseTemplate({ ...own, "en.md": text })).errors).toEqual([
      { file: "en.md", line, detail: "{{colour}} is not declared" },
    ]);
  });

  test("where a placeholder is not in every language", () => {
    const text = (own["ar.md"] ?? "").replace("{{notice_months}}", "6");
    expect(refused(() => parseTemplate({ ...own, "ar.md": text })).errors).toEqual([
      { file: "ar.md", detail: "{{notice_months}} is missing, fr.md has it" },
    ]);
  });

  test("where a choice or the title has no words in a language", () => {
    const yaml = (own["template.yaml"] ?? "")
      .replace("  kk: Өзара түсіністік туралы меморандум\n", "")
      .replace(/^ {8}ar: المركز.*\n/m, "");
    expect(refused(() => parseTemplate({ ...own, "template.yaml": yaml })).errors).toEqual([
      { file: "template.yaml", detail: "title.kk: is missing" },
      { file: "template.yaml", detail: "variables.coordinator.choices.hub.ar: is missing" },
    ]);
  });

  test("where a language has no closing formula", () => {
    const yaml = (own["template.yaml"] ?? "").replaceAll(/\bkk\b/g, "ky");
    const files = { ...own, "template.yaml": yaml, "ky.md": own["kk.md"] ?? "" };
    expect(refused(() => parseTemplate(files)).errors).toEqual([
      { file: "ky.md", detail: "testimonium.json has no closing formula in this language" },
    ]);
  });

  test("where its languages are not built alike", () => {
    const shorter = (own["ar.md"] ?? "").replace(/^3\. .*\n/m, "");
    const { code, errors } = refused(() => parseTemplate({ ...own, "ar.md": shorter }));
    expect(code).toBe("invalid-template");
    expect(JSON.stringify(errors)).toContain("is not built as in en");
  });

  test("where a language has no text", () => {
    const { "kk.md": _, ...rest } = own;
    expect(refused(() => parseTemplate(rest)).errors).toEqual([
      { file: "kk.md", detail: "is missing" },
    ]);
  });
});

describe("a variable prints in the language's own way", () => {
  const label = { en: "x" };
  const template = (type: "date" | "money" | "language" | "party" | "text"): Template => ({
    ...memorandum,
    variables: { x: { type, label } },
    texts: { en: "# {{x}}", ru: "# {{x}}", ar: "# {{x}}", kk: "# {{x}}" },
  });
  const printed = (type: Parameters<typeof template>[0], x: unknown) =>
    ["en", "ru", "ar", "kk"].map((language) =>
      fillTemplate(template(type), filling({ language, variables: { x } })).slice(2),
    );

  test("a date, in words", () => {
    expect(printed("date", "2026-11-03")).toEqual([
      "3 November 2026",
      "3 ноября 2026 года",
      "3 نوفمبر 2026",
      "2026 жылғы 3 қараша",
    ]);
  });

  test("an amount, with its currency's code", () => {
    const nbsp = "\u00a0";
    expect(printed("money", "EUR 1250000.50")).toEqual([
      `EUR${nbsp}1,250,000.50`,
      `1${nbsp}250${nbsp}000,50${nbsp}EUR`,
      `1,250,000.50${nbsp}EUR`,
      `1${nbsp}250${nbsp}000,50${nbsp}EUR`,
    ]);
    expect(printed("money", "KZT 999")[0]).toBe(`KZT${nbsp}999`);
  });

  test("a language and a party, by their names", () => {
    expect(printed("language", "ky")).toEqual(["Kyrgyz", "кыргызский", "القيرغيزية", "қырғыз"]);
    expect(printed("party", "KZ")).toEqual([
      "the Republic of Kazakhstan",
      "Республика Казахстан",
      "جمهورية كازاخستان",
      "Қазақстан Республикасы",
    ]);
  });

  test.each([
    ["date", "2026-02-30", "is not a date, 2026-11-23"],
    ["money", "EUR 01", "is not an amount, EUR 1250000.50"],
    ["money", "1250 EUR", "is not an amount, EUR 1250000.50"],
    ["language", "Kyrgyz", "is not a language tag, ar"],
    ["party", "TR", "is not one of KZ, AE, HUB"],
    ["text", "a\u202eb", "U+202E changes the direction of what follows"],
    ["text", "a\nb", "a line end is not allowed here"],
    ["text", 5, "is not a text"],
  ] as const)("a %s is not %j", (type, x, detail) => {
    expect(refused(() => printed(type, x))).toEqual({
      code: "invalid-variables",
      errors: [{ pointer: "/variables/x", detail }],
    });
  });

  test("what an object always has is no variable and no choice", () => {
    const variables = { place: "Astana", coordinator: "constructor", toString: "x" };
    expect(refused(() => fillTemplate(memorandum, filling({ variables }))).errors).toEqual([
      { pointer: "/variables/toString", detail: "is not a variable of the template" },
      { pointer: "/variables/coordinator", detail: "is not one of hub, host" },
    ]);
  });
});

test("a template's digest follows its words", async () => {
  const own = files["memorandum-of-understanding"] ?? {};
  const digest = await templateDigest(own);
  expect(await templateDigest({ ...own })).toBe(digest);
  expect(await templateDigest({ ...own, "en.md": `${own["en.md"]} ` })).not.toBe(digest);
});

test("the closing formula names place, languages and the prevailing text", () => {
  const closing = { language: "en", languages: ["en", "ar"], place: "Astana" };
  expect(testimonium(closing)).toContain("English and Arabic. All texts are equally valid.");
  expect(testimonium({ ...closing, prevailing: "en" })).toContain("the English text prevails");
  expect(testimonium({ ...closing, languages: ["en"] })).not.toContain("equally valid");
  expect(testimonium({ ...closing, originals: 2 })).toContain("in two originals, one for each");
  for (const language of ["en", "ru", "ar", "kk", "fr"]) {
    for (const [originals, binding] of [
      [1, false],
      [2, true],
      [12, false],
    ] as const) {
      const said = testimonium({ ...closing, language, originals, binding });
      expect(said).not.toMatch(/[{}]|undefined/);
      expect(said.includes("12")).toBe(originals === 12);
    }
  }
});

test("a list is joined as the language joins one", () => {
  const four = ["en", "ru", "ar", "kk"];
  expect(languageList(four, "en")).toBe("English, Russian, Arabic and Kazakh");
  expect(languageList(four, "ar")).toBe("الإنكليزية والروسية والعربية والكازاخية");
  expect(languageList(four, "kk")).toBe("ағылшын, орыс, араб және қазақ");
  expect(languageList(["ar"], "ru")).toBe("арабский");
});

test("every party has its official name in each working language", () => {
  for (const { code, names } of knownParties) {
    for (const language of ["en", "ru", "ar", "kk", "fr"]) {
      expect(names[language]?.length, `${code} ${language}`).toBeGreaterThan(2);
    }
  }
});
