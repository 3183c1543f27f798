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
        return { language, title: "Agreement", articles: compareTexts(before, after) };
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
  expect(text).toContain("Article 1 Article 2 Scope 1. It covers");
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
  const articles = compareTexts(before, before);
  const texts = [{ language: "en", title: "Agreement", articles }];
  const pdf = await typesetComparison({ reference: "A", from: 1, to: 2, texts }, options);
  const { Underline, LineThrough } = decorated(pdf);
  expect([Underline, LineThrough]).toEqual([["inserted"], ["deleted"]]);
  expect(textOf(pdf)).toContain("It covers research.");
});

test("what stayed is shown as it reads, and what changed as it was written", async () => {
  const before =
    "# A\n\n## Scope\n\n1. As [there](#article-2) says.\n2. See [below](#article-2).\n\n| Line | Sum |\n| ---- | ---: |\n| One  |   5 |\n\n## Funds\n\nNone.\n";
  const after = before.replace("[below](#article-2)", "[above](#article-1)");
  const texts = [{ language: "en", title: "A", articles: compareTexts(before, after) }];
  const pdf = await typesetComparison({ reference: "A", from: 1, to: 2, texts }, options);
  const text = textOf(pdf).replaceAll(/\s+/g, " ");
  expect(text).toContain("As Article 2 says.");
  expect(text).toContain("Line | Sum One | 5");
  expect(text).not.toContain("----");
  expect(text).toContain("#article-");
});
