import { expect, test } from "vitest";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { trials } from "#tests/support/length.ts";
import { recovered, run, textOf, wordsOf } from "./typeset/support/read-pdf.ts";

function render(text: string, language = "en") {
  return typesetInstrument(
    {
      reference: "X",
      title: { [language]: "Extremes" },
      languages: [language],
      parties: [{ name: { en: "One" } }, { name: { en: "Two" } }],
      layout: "sequential",
      texts: { [language]: `# Extremes\n\n## All\n\n${text}\n` },
    },
    { date: "2026-11-23T10:00:00Z", id: "x" },
  );
}

/** Words that lie outside the text area of A4, left or right. */
function outside(pdf: Uint8Array): string[] {
  const boxes = run(pdf, "pdftotext", "-bbox", "%", "-").out;
  return [...boxes.matchAll(/<word xMin="([\d.-]+)" .*?xMax="([\d.-]+)" .*?>(.*?)</g)]
    .filter(([, left, right]) => Number(left) < 78 || Number(right) > 595.28 - 78)
    .map(([, , , word]) => word ?? "");
}

test.each([
  ["Latin", "en", "abcdefghij"],
  ["Kazakh", "kk", "әіңғүұқөһ"],
  ["Arabic", "ar", "بتثجحخسشص"],
])("a word of 100 KB prints whole inside the margins (%s)", async (_, language, letters) => {
  const word = letters.repeat(Math.ceil(102_400 / Buffer.byteLength(letters)));
  const { pdf } = await render(word, language);
  expect(outside(pdf)).toEqual([]);
  const pieces = wordsOf(textOf(pdf)).filter((part) => new RegExp(`^[${letters}]+$`).test(part));
  expect(pieces.join("")).toHaveLength(word.length);
});

test("a table of thousands of rows prints every cell and repeats its heading on each page", async () => {
  const rows = Array.from(
    { length: trials({ short: 500, long: 2000 }) },
    (_, i) => `| row${i} | some words of a cell | value${i} |`,
  );
  const { pdf, pages } = await render(
    ["| Number | Words | Value |", "|---|---|---|", ...rows].join("\n"),
  );
  const text = textOf(pdf);
  const wanted = rows.flatMap((row) => wordsOf(row));
  expect(recovered(wanted, wordsOf(text))).toBe(1);
  const holding = text.split("\f").filter((page) => /row\d/.test(page));
  expect(holding.length).toBeGreaterThan(pages - 3);
  for (const page of holding) expect(page).toContain("Number");
  expect(outside(pdf)).toEqual([]);
});

test("a cell that is longer than a page goes on over the next pages", async () => {
  const long = Array.from({ length: 6000 }, (_, i) => `w${i}`);
  const { pdf, pages } = await render(`| a | b |\n|---|---|\n| ${long.join(" ")} | short |`);
  expect(pages).toBeGreaterThan(4);
  expect(recovered(long, wordsOf(textOf(pdf)))).toBe(1);
});

test("a table of more columns than the page can hold is refused", async () => {
  const row = (cell: string) => `| ${Array(40).fill(cell).join(" | ")} |`;
  await expect(render([row("h"), row("---"), row("c")].join("\n"))).rejects.toMatchObject({
    code: "invalid-source",
  });
});

test("a long title, a long heading and hundreds of articles print", async () => {
  const heading = "Heading ".repeat(800).trim();
  const articles = Array.from({ length: 300 }, (_, i) => `## Title${i}`).join("\n\n");
  const { pdf } = await render(`First.\n\n## ${heading}\n\n${articles}`);
  const words = wordsOf(textOf(pdf));
  // In the contents and above the article.
  expect(words.filter((word) => word === "Heading")).toHaveLength(1600);
  expect(words).toContain("Title299");
});

test("thousands of articles print to the last, each with its bookmark", async () => {
  const count = trials({ short: 2000, long: 10_000 });
  const articles = Array.from({ length: count - 1 }, (_, i) => `## T${i}\n\nWords${i}.`);
  const { pdf, pages } = await render(`First.\n\n${articles.join("\n\n")}`);
  expect(pages).toBeGreaterThan(count / 20);
  expect(run(pdf, "qpdf", "--check", "%").status).toBe(0);
  const last = run(pdf, "pdftotext", "-f", String(pages - 1), "%", "-").out;
  expect(last).toContain(`Words${count - 2}.`);
  const { out } = run(pdf, "qpdf", "--json=2", "--json-key=outlines", "%");
  expect(JSON.parse(out).outlines[0].kids).toHaveLength(count);
});

test("lists inside lists print with the numbers of their depth, or are refused when too deep", async () => {
  const nested = (depth: number) =>
    Array.from({ length: depth }, (_, i) => `${"   ".repeat(i)}1. level${i}`).join("\n");
  const { pdf } = await render(nested(6));
  const text = textOf(pdf);
  for (const label of ["(1)", "(a)", "(i)", "level5"]) expect(text).toContain(label);
  expect(outside(pdf)).toEqual([]);
  await expect(render(nested(25))).rejects.toMatchObject({
    code: expect.stringMatching(/^invalid-(source|text)$/),
  });
});
