import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ArticleChange, compareTexts, type Run } from "#src/text/compare.ts";
import { parseText } from "#src/text/markdown.ts";
import { trials } from "#tests/support/length.ts";

/** The paragraphs that one side of a comparison holds, in that side's order. */
function side(articles: ArticleChange[], which: "from" | "to"): string[] {
  const absent = which === "from" ? "inserted" : "deleted";
  return articles
    .filter((article) => article[which] !== null)
    .sort((a, b) => (a[which] ?? 0) - (b[which] ?? 0))
    .flatMap(({ paragraphs }) => paragraphs)
    .filter(({ change }) => change !== (which === "from" ? "added" : "removed"))
    .map(({ runs }) => runs.filter(({ kind }) => kind !== absent).map(({ text }) => text))
    .map((texts) => texts.join(""));
}

/** The lines of a text without the blank ones and without spaces at their ends. */
const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "");

function changesIn(from: string, to: string): Run[] {
  const articles = compareTexts(from, to);
  return articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs));
}

const text = (...articles: string[]) => ["# Title\n\nRecalling;", ...articles].join("\n\n");

describe("the runs give back both texts", () => {
  const word = fc.constantFrom(
    ..."the Parties will shall 16 1,000 Участники المشاركون، 協力する ความร่วมมือ \u200f “x” **b**".split(
      " ",
    ),
  );
  const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
  const paragraph = fc.tuple(fc.constantFrom("", "1. ", "- ", "> ", "   1. "), sentence);
  const article = fc
    .tuple(fc.constantFrom("Aim", "Цель", "Scope"), fc.array(paragraph, { maxLength: 5 }))
    .map(([head, all]) => [`## ${head}`, ...all.map((one) => one.join(""))].join("\n\n"));
  const instrument = fc.array(article, { maxLength: 6 }).map((all) => text(...all));
  const numRuns = trials({ short: 300, long: 20_000 });

  test("of any two instruments", () => {
    fc.assert(
      fc.property(instrument, instrument, (from, to) => {
        const articles = compareTexts(from, to);
        expect(side(articles, "from").flatMap(lines)).toEqual(lines(from));
        expect(side(articles, "to").flatMap(lines)).toEqual(lines(to));
      }),
      { numRuns },
    );
  });

  test("of whatever is written", () => {
    const sign = fc.constantFrom(..."#-1.>|* \n\n\tab日ا\u200f[]");
    const any = fc.string({ unit: sign, maxLength: 60 });
    fc.assert(
      fc.property(any, any, (from, to) => {
        const articles = compareTexts(from, to);
        expect(side(articles, "from").flatMap(lines)).toEqual(lines(from));
        expect(side(articles, "to").flatMap(lines)).toEqual(lines(to));
      }),
      { numRuns },
    );
  });

  test("and a text compared with itself has no change", () => {
    fc.assert(
      fc.property(instrument, (one) => {
        for (const { change, moved, paragraphs } of compareTexts(one, one)) {
          expect([change, moved]).toEqual(["same", false]);
          expect(paragraphs.every((same) => same.change === "same")).toBe(true);
        }
      }),
      { numRuns },
    );
  });
});

describe("articles are found again", () => {
  const a = "## Aim\n\n1. The aim is to learn.\n2. All may join.";
  const b = "## Scope\n\n1. Training is within it.\n2. Trade lies outside.";
  const c = "## Costs\n\n1. Each bears its own costs.\n2. Nothing is transferred.";
  const d = "## End\n\n1. Six months suffice for notice.\n2. Work begun goes on.";
  const told = (from: string, to: string) =>
    compareTexts(from, to).map((one) => [one.from, one.to, one.change, one.moved]);

  test("one that moved is told from those that stayed", () => {
    expect(told(text(a, b, c, d), text(d, a, b, c))).toEqual([
      [0, 0, "same", false],
      [4, 1, "same", true],
      [1, 2, "same", false],
      [2, 3, "same", false],
      [3, 4, "same", false],
    ]);
  });

  test("as many as where the text is read, whatever stands before their headings", () => {
    const one = text("<div>\n## Aim\n\nx", "1. y\n\n   ## Inner", "## Scope\n\nz");
    const { articles } = parseText(one, "en");
    expect(compareTexts(one, one).map(({ heading }) => heading)).toEqual([
      "Title",
      ...articles.map(({ heading }) => heading),
    ]);
  });

  test("one added, one removed and one with a new heading", () => {
    const renamed = c.replace("## Costs", "## Expenses");
    expect(told(text(a, b, c), text(a, d, renamed))).toEqual([
      [0, 0, "same", false],
      [1, 1, "same", false],
      [2, null, "removed", false],
      [null, 2, "added", false],
      [3, 3, "changed", false],
    ]);
  });
});

describe("words are found again", () => {
  const told = (from: string, to: string) =>
    changesIn(text(`## A\n\n${from}`), text(`## A\n\n${to}`))
      .filter(({ kind }) => kind !== "same")
      .map(({ kind, text }) => `${kind === "inserted" ? "+" : "-"}${text}`);

  test.each([
    [
      "The Parties shall meet once a year.",
      "The Parties will meet once a year.",
      ["-shall", "+will"],
    ],
    ["within 1,000 days of notice", "within 1,500 days of notice", ["-1,000", "+1,500"]],
    [
      "Участники будут встречаться ежегодно",
      "Стороны будут встречаться ежегодно",
      ["-Участники", "+Стороны"],
    ],
    ["両国は毎年会合する", "両国は隔年会合する", ["-毎", "+隔"]],
    ["the old rule stays here now", "the new law stays here now", ["-old rule", "+new law"]],
  ])("%s", (from, to, expected) => {
    expect(told(from, to)).toEqual(expected);
  });

  test("a mark of direction that came is written out", () => {
    const from = text("## A\n\nالمادة (5) من الاتفاق");
    const to = text("## A\n\nالمادة \u200f(5) من الاتفاق");
    expect(changesIn(from, to)).toContainEqual({
      kind: "inserted",
      text: "\u200f",
      shown: "⟨RLM⟩",
    });
  });
});

describe("a megabyte is compared in bounded time", () => {
  const words = (seed: number, count: number) =>
    Array.from({ length: count }, (_, index) => `w${(index * seed) % 9973}`);
  const cases: [string, string, string][] = [
    ["one paragraph of other words", words(7, 180_000).join(" "), words(11, 180_000).join(" ")],
    ["every line another", words(7, 90_000).join(" a\n\n"), words(11, 90_000).join(" b\n\n")],
    ["characters without spaces", "協力合意".repeat(80_000), "合意協力文".repeat(65_000)],
    ["the same word again and again", "word ".repeat(200_000), "word word, ".repeat(90_000)],
    ["nested lists", "1. a b c\n".repeat(100_000), "1. a d c\n".repeat(100_000)],
    ["brackets and stars", "[KZ: a] b* ".repeat(90_000), "[AE: a] *b ".repeat(90_000)],
    ["many paragraphs against few", "a\n\n".repeat(330_000), "a\n\n".repeat(1_000)],
    ["ten thousand articles", "## A\n\nx y.\n\n".repeat(9_000), "## B\n\nx z.\n\n".repeat(9_000)],
  ];
  test.each(cases)("%s", (_, from, to) => {
    const start = performance.now();
    compareTexts(text(`## A\n\n${from}`), text(`## A\n\n${to}`));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
