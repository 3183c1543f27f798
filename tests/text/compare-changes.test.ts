import { describe, expect, test } from "vitest";
import { compareTexts, type ParagraphChange, type Run } from "#src/text/compare.ts";
import { parseText } from "#src/text/markdown.ts";
import { instrumentText as text } from "./instrument-text.ts";

function changesIn(from: string, to: string): Run[] {
  const articles = compareTexts(from, to, "en");
  return articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs));
}

describe("articles are found again", () => {
  const a = "## Aim\n\n1. The aim is to learn.\n2. All may join.";
  const b = "## Scope\n\n1. Training is within it.\n2. Trade lies outside.";
  const c = "## Costs\n\n1. Each bears its own costs.\n2. Nothing is transferred.";
  const d = "## End\n\n1. Six months suffice for notice.\n2. Work begun goes on.";
  const told = (from: string, to: string) =>
    compareTexts(from, to, "en").map((one) => [one.from, one.to, one.change, one.moved]);

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
    expect(compareTexts(one, one, "en").map(({ heading }) => heading)).toEqual([
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

describe("what a reader sees has changed, and nothing else", () => {
  const within = (from: string, to: string) =>
    compareTexts(text(`## A\n\n${from}`), text(`## A\n\n${to}`), "en")[1]?.paragraphs.filter(
      ({ change }) => change !== "same",
    ) ?? [];
  const told = (runs: Run[] = []) =>
    runs
      .map(({ kind, text, shown }) => {
        const sign = { same: "", inserted: "+", deleted: "-" }[kind];
        return sign + (shown ?? text);
      })
      .join("|");
  const rows = (change: ParagraphChange | undefined) =>
    change?.table?.rows.map(({ cells }) => cells.map(told).join(" / "));

  test("Markdown that reads the same is the same", () => {
    expect(within("a *b* __c__ [x](#a)", "a _b_ **c** [other words](#article-1)")).toEqual([]);
    expect(within("1. a\n2. b", "1) a\n5) b")).toEqual([]);
    expect(within("- a", "* a")).toEqual([]);
    expect(within("| a | b |\n|-|-|\n| c | d |", "|a|b|\n|:-|-:|\n|c|d|")).toEqual([]);
  });

  test("a face that changed", () => {
    expect(within("The **aim** is.", "The aim is.")[0]?.runs).toEqual([
      { kind: "same", text: "The " },
      { kind: "deleted", text: "aim", bold: true },
      { kind: "inserted", text: "aim" },
      { kind: "same", text: " is." },
    ]);
  });

  test("an item that came in, and the numbers that it changed", () => {
    const of = (...items: string[]) =>
      `1. Each:\n${items.map((one) => `   1. ${one}\n`).join("")}2. End.`;
    const changed = within(of("one", "two"), of("zero", "one", "two"));
    expect(changed.map(({ label, runs }) => [told(label), told(runs)])).toEqual([
      ["+(a)", "+zero"],
      ["-(a)|+(b)", "one"],
      ["-(b)|+(c)", "two"],
    ]);
  });

  test("one cell", () => {
    const of = (cell: string) => `| A | B |\n|-|-|\n| A1 | ${cell} |\n| A2 | B2 |`;
    expect(rows(within(of("old"), of("new"))[0])).toEqual(["A / B", "A1 / -old|+new", "A2 / B2"]);
  });

  test("a row and a column that came and went", () => {
    const older = "| A | B | C |\n|-|-|-|\n| A1 | B1 | C1 |\n| A2 | B2 | C2 |";
    const newer = "| A | C | D |\n|-|-|-|\n| A1 | C1 | D1 |\n| A0 | C0 | D0 |\n| A2 | C2 | D2 |";
    const [table] = within(older, newer);
    expect(table?.table?.columns).toEqual(["same", "removed", "same", "added"]);
    expect(rows(table)).toEqual([
      ...["A / -B / C / +D", "A1 / -B1 / C1 / +D1"],
      ...["+A0 /  / +C0 / +D0", "A2 / -B2 / C2 / +D2"],
    ]);
  });

  test("an empty row, column and heading", () => {
    const table = "| A |\n|-|\n| A1 |";
    expect(rows(within(table, `${table}\n| |`)[0])?.at(-1)).toBe("+⟨ ⟩");
    expect(rows(within(table, "| A | |\n|-|-|\n| A1 | |")[0])).toEqual(["A / +⟨ ⟩", "A1 / "]);
    expect(told(within("x", "x\n\n###")[0]?.runs)).toBe("+⟨ ⟩");
  });

  test("tables that share no column stand one after the other", () => {
    const changed = within("| A |\n|-|\n| a |", "| B | C |\n|-|-|\n| b | c |");
    expect(changed.map(({ change, kind }) => [change, kind])).toEqual([
      ["removed", "table"],
      ["added", "table"],
    ]);
  });

  test("a reference that means another article, though its number stayed", () => {
    const of = (...articles: string[]) =>
      text("## A\n\nSee [it](#article-2).", ...articles.map((one) => `## ${one}\n\nOf ${one}.`));
    const [, first] = compareTexts(of("Costs"), of("Scope", "Costs"), "en");
    expect(told(first?.paragraphs[1]?.runs)).toBe(
      "See |-Article\u00a02 ⟨Costs⟩|+Article\u00a02 ⟨Scope⟩|.",
    );
  });

  test("annexes have their own numbers, and what is no part of an instrument stands as written", () => {
    const one = `${text("## A\n\n1. See [gone](#nowhere).\n\n![x](y)")}\n\n# Annex\n\nx`;
    const [, article, annex] = compareTexts(one, one, "en");
    expect(article?.paragraphs.map(({ runs }) => told(runs))).toEqual([
      ...["A", "See [gone](#nowhere).", "![x](y)"],
    ]);
    expect([annex?.kind, told(annex?.name)]).toEqual(["annex", "Annex"]);
  });
});
