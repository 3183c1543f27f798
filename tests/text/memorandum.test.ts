import { describe, expect, test } from "vitest";
import { fillTemplate } from "#src/text/fill-template.ts";
import { parseText } from "#src/text/markdown.ts";
import { filling, memorandum } from "./memorandum.ts";

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
      "the Republic of Kazakhstan, the United Arab Emirates and the Regional Hub for the Civil Service",
    );
    expect(markdown).toContain("English, Russian, Arabic and Kazakh");
  });

  test("is marked as reviewed by nobody", () => {
    expect(memorandum.reviewed).toBe("none");
  });
});
