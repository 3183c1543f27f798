import { beforeAll, describe, expect, test } from "vitest";
import { compareTexts } from "#src/text/compare.ts";
import { instrumentText as text } from "./instrument-text.ts";

describe("a megabyte is compared in bounded time", () => {
  const words = (seed: number, count: number) =>
    Array.from({ length: count }, (_, index) => `w${(index * seed) % 9973}`);
  /** Each case makes two texts: in full at size 1, shorter below it. */
  const cases: [string, (size: number) => [string, string]][] = [
    [
      "one paragraph of other words",
      (size) => [words(7, 180_000 * size).join(" "), words(11, 180_000 * size).join(" ")],
    ],
    [
      "every line another",
      (size) => [words(7, 90_000 * size).join(" a\n\n"), words(11, 90_000 * size).join(" b\n\n")],
    ],
    [
      "characters without spaces",
      (size) => ["協力合意".repeat(80_000 * size), "合意協力文".repeat(65_000 * size)],
    ],
    [
      "the same word again and again",
      (size) => ["word ".repeat(200_000 * size), "word word, ".repeat(90_000 * size)],
    ],
    [
      "nested lists",
      (size) => ["1. a b c\n".repeat(100_000 * size), "1. a d c\n".repeat(100_000 * size)],
    ],
    [
      "brackets and stars",
      (size) => ["[KZ: a] b* ".repeat(90_000 * size), "[AE: a] *b ".repeat(90_000 * size)],
    ],
    [
      "many paragraphs against few",
      (size) => ["a\n\n".repeat(330_000 * size), "a\n\n".repeat(1_000 * size)],
    ],
    [
      "ten thousand articles",
      (size) => ["## A\n\nx y.\n\n".repeat(9_000 * size), "## B\n\nx z.\n\n".repeat(9_000 * size)],
    ],
  ];

  /** The processor time of a comparison, in milliseconds. It does not include other programs. */
  function spent([from, to]: [string, string]): number {
    const [old, young] = [text(`## A\n\n${from}`), text(`## A\n\n${to}`)];
    const start = process.cpuUsage();
    compareTexts(old, young, "en");
    return process.cpuUsage(start).user / 1000;
  }

  // Otherwise the first part pays for the compilation of the code, and its ratio looks better than it is.
  beforeAll(() => {
    spent([words(7, 20_000).join(" "), words(11, 20_000).join(" ")]);
  });

  test.each(cases)("%s", (_, make) => {
    // For eight times the text, the time may grow about thirty times. If each part were compared with each other part,
    // it would grow 64 times. Below 50 ms the measurement is chance.
    const part = Math.max(spent(make(1 / 8)), 50);
    expect(spent(make(1)) / part).toBeLessThan(40);
  });
});
