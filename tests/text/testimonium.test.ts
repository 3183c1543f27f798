import { expect, test } from "vitest";
import { languageList, testimonium } from "#src/text/testimonium.ts";

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
