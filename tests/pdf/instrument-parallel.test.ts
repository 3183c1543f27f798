import { expect, test } from "vitest";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { recovered, run, textOf, wordsOf } from "./typeset/support/read-pdf.ts";
import { declaration } from "./typeset/support/udhr.ts";

function render(languages: string[]) {
  const texts = languages.map((language) => [language, declaration(language).markdown]);
  return typesetInstrument(
    {
      reference: "ACSH/2026/005",
      title: Object.fromEntries(languages.map((language) => [language, "Declaration"])),
      languages,
      parties: [{ name: { en: "One" } }, { name: { en: "Two" } }],
      layout: "parallel",
      texts: Object.fromEntries(texts),
    },
    { date: "2026-11-23T10:00:00Z", id: "5" },
  );
}

/** Page, left edge and baseline of each article's number, by article. */
function headings(
  pdf: Uint8Array,
  word: string,
): Map<number, { page: number; x: number; y: number }> {
  const found = new Map<number, { page: number; x: number; y: number }>();
  const pages = run(pdf, "pdftotext", "-bbox", "%", "-").out.split("<page").slice(1);
  for (const [page, content] of pages.entries()) {
    const pattern = new RegExp(
      `xMin="([\\d.]+)" yMin="[\\d.]+" xMax="[\\d.]+" yMax="([\\d.]+)">${word}</word>\\s*<word [^>]*>(\\d+)<`,
      "g",
    );
    for (const [, x, y, number] of content.matchAll(pattern)) {
      // The Declaration names its articles too, below our number.
      if (!found.has(Number(number)))
        found.set(Number(number), { page, x: Number(x), y: Number(y) });
    }
  }
  return found;
}

test("articles of both languages begin at one height, the left text on the left", async () => {
  const { pdf } = await render(["en", "ru"]);
  const english = headings(pdf, "Article");
  const russian = headings(pdf, "Статья");
  expect([...english.keys()]).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  for (const [number, left] of english) {
    const right = russian.get(number);
    expect(right?.page).toBe(left.page);
    expect(right?.y).toBeCloseTo(left.y, 1);
    expect(left.x).toBeLessThan(297);
    expect(right?.x).toBeGreaterThan(297);
  }
});

test("both texts are printed whole, with the fields and the signatures", async () => {
  const { pdf, fields } = await render(["ar", "en"]);
  expect(run(pdf, "qpdf", "--check", "%").status).toBe(0);
  const words = wordsOf(textOf(pdf));
  for (const language of ["ar", "en"]) {
    expect(recovered(wordsOf(declaration(language).text), words)).toBeGreaterThan(0.98);
  }
  expect(fields).toEqual(["Party-1", "Party-2", "Seal"]);
});

test("three languages side by side are refused", async () => {
  await expect(render(["en", "ru", "kk"])).rejects.toMatchObject({ code: "invalid-source" });
});
