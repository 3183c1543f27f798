import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Inline } from "#src/text/articles.ts";
import { fillTemplate } from "#src/text/fill-template.ts";
import { parseText } from "#src/text/markdown.ts";
import type { Template } from "#src/text/template.ts";
import { filling, memorandum, refused } from "./memorandum.ts";

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

describe("a variable prints in the language's own way", () => {
  const label = { en: "x" };
  const template = (type: "date" | "money" | "language" | "party" | "text"): Template => ({
    ...memorandum,
    variables: { x: { type, label } },
    texts: { en: "# {{x}}", ru: "# {{x}}", ar: "# {{x}}", kk: "# {{x}}" },
  });
  const inForm = (form: string): Template => {
    const own = template("party");
    const texts = Object.keys(own.texts).map((language) => [language, `# {{x:${form}}}`]);
    return { ...own, texts: Object.fromEntries(texts) };
  };
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

  test("a party in the case that its sentence needs", () => {
    const genitive = (x: string) =>
      ["en", "ru", "ar", "kk"].map((language) =>
        fillTemplate(inForm("genitive"), filling({ language, variables: { x } })).slice(2),
      );
    expect(genitive("KZ")).toEqual([
      "of the Republic of Kazakhstan",
      "Республики Казахстан",
      "جمهورية كازاخستان",
      "Қазақстан Республикасының",
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
