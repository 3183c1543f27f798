import { expect, test } from "vitest";
import { Refusal } from "#src/errors.ts";
import { defaultFamilies } from "#src/pdf/typeset/fonts.ts";
import { newInk } from "#src/pdf/typeset/ink.ts";
import { setParagraph } from "#src/pdf/typeset/paragraph.ts";
import { refuseUnprintable, remedyFor } from "#src/pdf/typeset/unprintable.ts";

const setting = { size: 10, width: 300, language: "en", direction: "ltr", align: "start" } as const;

test("every character that no font prints is named with the places where it stands", () => {
  const ink = newInk();
  setParagraph([{ text: "good \u{1f600} and \u0f40" }], setting, ink, "en, Article 1");
  setParagraph([{ text: "\u0f40" }], setting, ink, "en, title");
  expect(() => refuseUnprintable(ink)).toThrowError(
    expect.objectContaining({
      code: "unprintable-character",
      extra: {
        errors: [
          { detail: "U+0F40 in en, Article 1, en, title" },
          { detail: "U+1F600 in en, Article 1" },
        ],
      },
    }),
  );
  expect(() => refuseUnprintable(ink)).toThrowError(Refusal);
});

test("a character is named again in the next text, though its word is known by then", () => {
  for (const place of ["first", "second"]) {
    const ink = newInk();
    setParagraph([{ text: "\u0915" }], setting, ink, place);
    expect([...(ink.missing.get(0x0915) ?? [])]).toEqual([place]);
  }
});

test("signs are printed in a text of any language", () => {
  for (const language of ["en", "ru", "ar", "kk"]) {
    const ink = newInk();
    setParagraph([{ text: "x ≥ 5, ≤5, → Ⅳ ① ■ ≠" }], { ...setting, language }, ink, "x");
    expect([...ink.missing.keys()]).toEqual([]);
  }
});

test("joiners and direction marks need no glyph", () => {
  const ink = newInk();
  setParagraph(
    [{ text: "می\u200cخواهم \u200f(ب)\u061c" }],
    { ...setting, language: "ar" },
    ink,
    "x",
  );
  expect(ink.missing.size).toBe(0);
});

test("a character of Chinese, Japanese or Korean names the packages that would print it", () => {
  const name = (script: string) => `@expo-google-fonts/noto-serif-${script}`;
  expect(remedyFor(0x3042, defaultFamilies)).toBe(` (install ${name("jp")})`);
  expect(remedyFor(0x6f22, defaultFamilies)).toBe(` (install ${name("jp")} or ${name("sc")})`);
  expect(remedyFor(0xac00, defaultFamilies)).toBe(` (install ${name("kr")})`);
  expect(remedyFor(0x0f40, defaultFamilies)).toBe("");
  expect(remedyFor(0x6f22)).toBe("");
});
