import { describe, expect, test } from "vitest";
import { openBrackets } from "#src/text/brackets.ts";
import { checkTexts } from "#src/text/check-texts.ts";

const codes = ["KZ", "AE", "HUB"];
const told = (markdown: string) =>
  openBrackets(markdown, codes).map(({ parties, text }) => `${parties}: ${text}`);

describe("bracketed text that is attributed to a party is open", () => {
  test.each([
    ["x [KZ: and research] y", ["KZ: and research"]],
    ["[KZ: a] [AE: b]", ["KZ: a", "AE: b"]],
    ["[KZ, AE: both]", ["KZ,AE: both"]],
    ["[KZ: outer [AE: inner] end]", ["KZ: outer [AE: inner] end", "AE: inner"]],
    ["[KZ: as in [Article 1](#article-1)]", ["KZ: as in [Article 1](#article-1)"]],
    ["[**KZ**: bold] [HUB:x]", ["HUB: x"]],
    ["[KZ: two\n\nparagraphs]", ["KZ: two\n\nparagraphs"]],
    ["\\[KZ: written out\\]", ["KZ: written out\\"]],
    ["| a | [AE: cell] |\n|---|---|\n| b | c |", ["AE: cell"]],
  ])("%j", (markdown, expected) => {
    expect(told(markdown)).toEqual(expected);
  });

  test("one that is never closed is open too", () => {
    expect(openBrackets("a [KZ: and so on", codes)).toMatchObject([{ closed: false }]);
  });
});

test.each([
  "[KZ: the register](https://example.org)",
  "[KZ: an article](#article-1)",
  "[US: not a party here]",
  "[text] and [KZ] and KZ: text",
  "[kz: not a code]",
  "[NOTE: check]",
])("%j is no open bracket", (markdown) => {
  expect(told(markdown)).toEqual([]);
});

test("each is told with its language, article, line and column", () => {
  const text =
    "# T\n\n## A\n\nOne.\n\n## B\n\n1. Two [KZ: **three**, see [there](#a)] and\n   [AE: four].";
  const warnings = checkTexts({
    reference: "DEP/2026/001",
    title: { ko: "T" },
    languages: ["ko"],
    parties: codes.map((code) => ({ code })),
    layout: "sequential",
    texts: { ko: text },
  });
  expect(
    warnings
      .filter(({ rule }) => rule === "open-brackets")
      .map(({ language, article, line, column, found }) => [
        language,
        article,
        line,
        column,
        found,
      ]),
  ).toEqual([
    ["ko", 2, 9, 8, ["three, see 제1조"]],
    ["ko", 2, 10, 4, ["four"]],
  ]);
});

test("a megabyte of brackets is read, each bracket once", () => {
  expect(openBrackets(`# T\n\n${"[KZ: a ".repeat(140_000)}`, codes)).toHaveLength(140_000);
  expect(openBrackets(`# T\n\n${"[KZ: a] ".repeat(100_000)}`, codes)).toHaveLength(100_000);
  expect(openBrackets(`# T\n\n${"[a](#a".repeat(160_000)}`, codes)).toEqual([]);
  expect(openBrackets(`# T\n\n${"](#a".repeat(250_000)}`, codes)).toEqual([]);
  expect(openBrackets(`# T\n\n${"[KZ: a](#a".repeat(100_000)}`, codes)).toHaveLength(100_000);
});
