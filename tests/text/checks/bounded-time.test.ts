import { beforeAll, describe, expect, test } from "vitest";
import { checkTexts } from "#src/text/check-texts.ts";
import { trials } from "#tests/support/length.ts";
import { ordinaryTerms } from "#workflows/terms.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** Four capitals that no other number has, up to 456,976. */
const capitals = (n: number) =>
  [1, 26, 676, 17_576].map((place) => letters[Math.floor(n / place) % 26]).join("");

describe("a long text is checked in bounded time", () => {
  const sentences = (make: (n: number) => string) => (size: number) =>
    Array.from({ length: 3000 * size }, (_, n) => make(n)).join("\n\n");
  /**
   * Each makes the words of one article: 3,000 paragraphs at size 1, fewer below it. The first four once took time that
   * grew with the square of the length.
   */
  const all: [string, string, (size: number) => string][] = [
    ["abbreviations", "en", sentences((n) => `The ${capitals(n)} works here.`)],
    ["definitions in one paragraph", "en", (size) => "“A term” means one. ".repeat(3000 * size)],
    [
      "a body that is made at the end",
      "en",
      (size) => `${"The Committee meets.\n\n".repeat(3000 * size)}A committee is established.`,
    ],
    ["words of intention", "en", sentences(() => "The Parties will hope, as they see fit.")],
    ["definitions", "en", sentences((n) => `“Term ${capitals(n)}” means one thing.`)],
    ["places to fill", "en", sentences((n) => `[insert ${n}] XX ____ TBD [●].`)],
    ["sums and numbers", "en", sentences((n) => `Pay ${n} euros (ten) within thirty (60) days.`)],
    ["references", "en", sentences((n) => `See Article ${n}(1)(a) and Annex ${n}.`)],
    ["names of States", "en", sentences(() => "The Kingdom of Finland and Kazahstan agree.")],
    ["negations", "ru", sentences((n) => `Сторона не вправе и не обязана ${n}.`)],
    ["bodies in Arabic", "ar", sentences((n) => `تجتمع اللجنة المشتركة ${n} مرة.`)],
    ["words with endings", "kk", sentences((n) => `Тараптар ${n} баптың 5-тармағын орындайды.`)],
    ["an exception", "fr", sentences((n) => `Les Parties ne peuvent, à moins que ${n} ne soit.`)],
  ];

  const cases = all.slice(0, trials({ short: 4, long: all.length }));

  const base = { reference: "X", layout: "sequential" as const, parties: [{ code: "KZ" }] };

  /** The processor time of all checks of a text beside the same text, in milliseconds, without that of other programs. */
  function spent(language: string, words: string): number {
    const other = language === "en" ? "fr" : "en";
    const text = `# T\n\n## A\n\n${words}\n\n## B\n\nx`;
    const languages = [language, other];
    const texts = { [language]: text, [other]: text };
    const start = process.cpuUsage();
    checkTexts({ ...base, title: {}, languages, texts }, ordinaryTerms);
    return process.cpuUsage(start).user / 1000;
  }

  // Otherwise the first part pays for the compilation of the code, and its ratio looks better than it is.
  beforeAll(() => {
    for (const [, language, make] of cases) spent(language, make(1 / 100));
  });

  test.each(cases)("%s in %s", (_, language, make) => {
    // For eight times the text, the time may grow 16 times; were each paragraph read with each other, up to 64 times.
    // Below 50 ms the measurement is chance.
    const part = Math.max(spent(language, make(1 / 8)), 50);
    const whole = spent(language, make(1));
    expect(whole / part).toBeLessThan(16);
  });
});
