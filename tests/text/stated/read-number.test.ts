import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNumber } from "#src/text/stated/read-number.ts";
import { writers } from "./write-number.ts";

describe("a number in words is read back", () => {
  test.each(Object.entries(writers))("%s, from 1 to 999", (name, write) => {
    const [language = ""] = name.split(" ");
    for (let value = 1; value < 1000; value += 1) {
      expect([value, readNumber(write(value), language)]).toEqual([value, value]);
    }
  });

  test.each([
    ["ru", "шестидесятый", 60],
    ["ru", "шестидесятого", 60],
    ["ru", "тремя", 3],
    ["ru", "ста восьмьюдесятью", 180],
    ["ar", "الثلاثين", 30],
    ["ar", "ثَلَاثِينَ", 30],
    ["ar", "الحادي والعشرين", 21],
    ["ar", "الخامسة عشرة", 15],
    ["kk", "отызыншы", 30],
    ["kk", "екіден", 2],
    ["kk", "екеу", 2],
    ["fr", "trentième", 30],
    ["fr", "soixante-dix", 70],
    ["fr", "soixante et onzième", 71],
    ["en", "twenty-second", 22],
    ["en", "One hundred and Twenty", 120],
    ["en", "zero", 0],
  ])("%s: %s", (language, words, value) => {
    expect(readNumber(words, language)).toBe(value);
  });

  test("in digits of every script, in any language", () => {
    fc.assert(
      fc.property(
        fc.nat(999_999),
        fc.constantFrom(0x30, 0x660, 0x6f0, 0x966, 0xff10),
        fc.constantFrom("en", "ar", "de"),
        (value, zero, language) => {
          const digits = String(value).replaceAll(/\d/g, (digit) =>
            String.fromCodePoint(zero + Number(digit)),
          );
          expect(readNumber(digits, language)).toBe(value);
        },
      ),
    );
  });

  test.each([
    ["en", "six months"],
    ["en", "and"],
    ["en", "twenty thirty"],
    ["en", "second fifth"],
    ["ru", "шесть месяцев"],
    ["ar", "شهر"],
    ["fr", ""],
    ["de", "sechs"],
  ])("%s: “%s” is not one", (language, words) => {
    expect(readNumber(words, language)).toBeNull();
  });
});
