import { expect, test } from "vitest";
import type { Refusal } from "#src/errors.ts";
import { coverage } from "#src/pdf/typeset/coverage.ts";
import ranges from "#src/text/printable.json" with { type: "json" };
import { checkPrintable } from "#src/text/printable.ts";

test("the table of printable characters is the fonts' own", () => {
  expect(ranges).toEqual(coverage());
});

test("every letter of the working languages is printable", () => {
  checkPrintable(
    "AaZz éàçœ АаЯя ӘәҒғҚқҢңӨөҰұҮүҺһІі ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي «»“”№–—…\n\t",
  );
});

test("a character without a font is named once, with its first place", () => {
  try {
    checkPrintable("one ༀ\nༀ two क");
    expect.unreachable();
  } catch (error) {
    expect((error as Refusal).code).toBe("unprintable-character");
    expect((error as Refusal).extra.errors).toEqual([
      { detail: "U+0F00 is in no font", line: 1, column: 5 },
      { detail: "U+0915 is in no font", line: 2, column: 7 },
    ]);
  }
});

test("signs that texts of every language use are printable without an optional font", () => {
  const noPackage = () => false;
  expect(() => checkPrintable("≤ ≥ ≠ ≈ ± ∑ √ ∞ → ⇒ Ⅳ ⅻ ① Ⓐ ■ ○ ★ ✓ € №", noPackage)).not.toThrow();
});

test("Chinese, Japanese and Korean are printed if their packages are installed, as they are for these tests", () => {
  expect(() => checkPrintable("世界人権宣言、すべての人は。세계 인권 선언 ㈜")).not.toThrow();
});

test("a Korean text without its font says what to install", () => {
  expect(() => checkPrintable("# 협정", () => false)).toThrowError(
    expect.objectContaining({
      code: "unprintable-character",
      extra: {
        errors: [
          {
            detail: "U+D611 is in no font; install @expo-google-fonts/noto-serif-kr",
            line: 1,
            column: 3,
          },
          {
            detail: "U+C815 is in no font; install @expo-google-fonts/noto-serif-kr",
            line: 1,
            column: 4,
          },
        ],
      },
    }),
  );
});
