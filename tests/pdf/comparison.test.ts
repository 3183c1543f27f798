import { expect, test } from "vitest";
import { typesetComparison } from "#src/pdf/comparison.ts";
import { compareTexts } from "#src/text/compare.ts";
import { run, textOf } from "./typeset/support/read-pdf.ts";

const options = { date: "2026-11-23T10:00:00Z", id: "c" };

const versions: Record<string, [string, string]> = {
  en: [
    "# Agreement\n\nThe Parties agree.\n\n## Scope\n\n1. It covers training.\n2. It covers research.\n\n## Funds\n\nEach Party bears its costs.\n",
    "# Agreement\n\nThe Parties agree.\n\n## Purpose\n\nTo cooperate.\n\n## Scope\n\n1. It covers training and study visits.\n\n## Funds\n\nEach Party bears its own costs.\n",
  ],
  ar: [
    "# اتفاق\n\n## النطاق\n\nيشمل التدريب.\n",
    "# اتفاق\n\n## النطاق\n\nيشمل التدريب والزيارات الدراسية.\n",
  ],
};

const make = (languages = ["en", "ar"]) =>
  typesetComparison(
    {
      reference: "ACSH/2026/004",
      from: 2,
      to: 3,
      texts: languages.map((language) => {
        const [before, after] = versions[language] ?? ["", ""];
        return { language, title: "Agreement", articles: compareTexts(before, after, language) };
      }),
    },
    options,
  );

/** What stands in elements with a decoration, by decoration. */
function decorated(pdf: Uint8Array): Record<string, string[]> {
  const structure = run(pdf, "pdfinfo", "-struct-text", "%").out;
  const found: Record<string, string[]> = { Underline: [], LineThrough: [] };
  for (const [, kind = "", text = ""] of structure.matchAll(
    /TextDecorationType \/(\w+)[^"]*?"([^"]*)"/g,
  )) {
    found[kind]?.push(text.trim());
  }
  return found;
}

test("both versions can be read: what was inserted, what was deleted, and what stayed", async () => {
  const pdf = await make(["en"]);
  const text = textOf(pdf).replaceAll(/\s+/g, " ");
  expect(text).toContain("It covers training and study visits.");
  expect(text).toContain("It covers research.");
  expect(text).toContain("Each Party bears its own costs.");
  expect(text).toContain("Article 1 Article 2 Scope (1) It covers");
  expect(text).toContain("ACSH/2026/004 · 2 – 3");
});

test("changes are told by the structure too, and not by colour alone", async () => {
  const { Underline = [], LineThrough = [] } = decorated(await make(["en"]));
  expect(Underline.join(" ")).toContain("study visits");
  expect(Underline.join(" ")).toContain("own");
  expect(LineThrough.join(" ")).toContain("It covers research.");
  expect(LineThrough.join(" ")).not.toContain("training");
});

test("a comparison is a whole file, right to left too, and the same each time", async () => {
  const pdf = await make();
  expect(run(pdf, "qpdf", "--check", "%").status).toBe(0);
  expect(textOf(pdf)).toContain("الدراسية");
  expect(Buffer.from(await make()).equals(Buffer.from(pdf))).toBe(true);
});

test("versions without a difference show the text and no change", async () => {
  const [before] = versions.en ?? [""];
  const articles = compareTexts(before, before, "en");
  const texts = [{ language: "en", title: "Agreement", articles }];
  const pdf = await typesetComparison({ reference: "A", from: 1, to: 2, texts }, options);
  const { Underline, LineThrough } = decorated(pdf);
  expect([Underline, LineThrough]).toEqual([["inserted"], ["deleted"]]);
  expect(textOf(pdf)).toContain("It covers research.");
});

/** A text with a bold word, numbers of three depths, a reference and a table, and its next version. */
const rich: [string, string] = [
  "# A\n\n## Scope\n\n1. As [there](#article-2) says:\n   1. **first** words;\n   2. second words.\n2. See [below](#article-2).\n\n| Line | Sum |\n| ---- | ---: |\n| A1  |   B1 |\n| A2  |   B2 |\n\n## Funds\n\nNone.\n",
  "# A\n\n## Scope\n\n1. As [there](#article-2) says:\n   1. first words;\n   2. new words;\n   3. second words.\n2. See [above](#article-1).\n\n| Line | Sum |\n| ---- | ---: |\n| A1  |   B9 |\n| A2  |   B2 |\n| A3  |   B3 |\n\n## Funds\n\nNone.\n",
];
const compared = (language: string, [before, after]: [string, string]) =>
  typesetComparison(
    {
      ...{ reference: "A", from: 1, to: 2 },
      texts: [{ language, title: "A", articles: compareTexts(before, after, language) }],
    },
    options,
  );

test("all of it is shown as it reads, with the instrument's own numbers and no mark of Markdown", async () => {
  const pdf = await compared("en", rich);
  const text = textOf(pdf).replaceAll(/\s+/g, " ");
  expect(text).toContain("(1) As Article 2 says:");
  expect(text).toMatch(/\(a\) first ?first words;/);
  expect(text).toContain("(b) new words;");
  expect(text).toContain("(b) (c) second words.");
  expect(text).toMatch(/See Article 2 ?Article 1\./);
  expect(text).toMatch(/Line Sum A1 B1 ?B9 A2 B2 A3 B3/);
  for (const mark of ["**", "|", "](", "#", "--"]) expect(text).not.toContain(mark);
});

test("in a table only the cells are struck out and underlined that changed", async () => {
  const { Underline = [], LineThrough = [] } = decorated(await compared("en", rich));
  expect(LineThrough.slice(1)).toEqual(["first", "(b)", "Article\u00a02", "B1"]);
  expect(Underline.slice(1)).toEqual([
    ...["first", "(b)", "new words;", "(c)", "Article\u00a01"],
    ...["B9", "A3", "B3"],
  ]);
});

test("lists, numbers and tables are told by the structure, also from right to left", async () => {
  for (const language of ["en", "ar"]) {
    const structure = run(await compared(language, rich), "pdfinfo", "-struct", "%").out;
    for (const type of ["L ", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "H2"]) {
      expect(structure).toMatch(new RegExp(`^ *${type}`, "m"));
    }
  }
});

test("the heading of a table that goes on says on each page what was struck out in it", async () => {
  const rows = Array.from({ length: 90 }, (_, at) => `| row ${at} | words |`).join("\n");
  const of = (name: string) => `# A\n\n## B\n\n| Line | ${name} |\n| - | - |\n${rows}\n`;
  const pdf = await compared("en", [of("Former"), of("Present")]);
  const pages = textOf(pdf)
    .split("\f")
    .filter((page) => page.includes("row "));
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(page).toMatch(/Line\s+Former\s*Present/);
});

test("a mark of direction that came is written out, in signs that the fonts have", async () => {
  const before = "# اتفاق\n\n## النطاق\n\nالمادة (5) من الاتفاق.\n";
  const after = before.replace("(5)", "\u200f(5)");
  expect(textOf(await compared("ar", [before, after]))).toContain("RLM");
});

test("headings are told one level below what stands above them", async () => {
  const text = "# A\n\n### In the preamble\n\nWords.\n\n## B\n\n### In the article\n\nWords.\n";
  const structure = run(await compared("en", [text, text]), "pdfinfo", "-struct-text", "%").out;
  const levels = [...structure.matchAll(/^ *(H\d)[^"]*"([^"]*)"/gm)].map(([, level, words]) => {
    return [level, words?.trim().replaceAll("\u00a0", " ")];
  });
  expect(levels).toEqual([
    ["H1", "A"],
    ["H2", "In the preamble"],
    ["H2", "Article 1"],
    ["H3", "In the article"],
  ]);
});
