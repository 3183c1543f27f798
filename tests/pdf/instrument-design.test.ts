import { expect, test } from "vitest";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { alternatOf } from "#src/text/alternat.ts";
import type { Source } from "#src/text/source.ts";
import { run, textOf } from "./typeset/support/read-pdf.ts";

const options = { date: "2026-11-23T10:00:00Z", id: "design", textDigest: "0ec0a101".repeat(8) };

function source(texts: Record<string, string>, more: Partial<Source> = {}): Source {
  const languages = Object.keys(texts);
  return {
    reference: "ACSH/2026/012",
    title: Object.fromEntries(languages.map((language) => [language, "Agreement"])),
    languages,
    parties: [
      { code: "KZ", name: { en: "First State", ru: "Первое государство" } },
      { code: "AE", name: { en: "Second State", ru: "Второе государство" } },
    ],
    layout: languages.length === 2 ? "parallel" : "sequential",
    texts,
    ...more,
  };
}

type Word = {
  page: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  word: string;
};

function wordsOn(pdf: Uint8Array): Word[] {
  const pages = run(pdf, "pdftotext", "-bbox", "%", "-").out.split("<page").slice(1);
  return pages.flatMap((content, page) =>
    [
      ...content.matchAll(
        /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
      ),
    ].map(([, left, top, right, bottom, word = ""]) => ({
      ...{ page, word, left: Number(left), top: Number(top) },
      ...{ right: Number(right), bottom: Number(bottom) },
    })),
  );
}

/** The lines of each page's text area, from above, without the running lines. */
function linesOn(pdf: Uint8Array): string[][] {
  const pages: Map<number, string[]>[] = [];
  for (const { page, bottom, word } of wordsOn(pdf)) {
    if (bottom < 85 || bottom > 770) continue;
    pages[page] ??= new Map();
    const line = pages[page].get(Math.round(bottom)) ?? [];
    pages[page].set(Math.round(bottom), [...line, word]);
  }
  return pages.map((lines) =>
    [...lines].sort(([a], [b]) => a - b).map(([, words]) => words.join(" ")),
  );
}

test("a title of several lines is divided into lines about as long as each other", async () => {
  const title = "Memorandum of Understanding on Civil Service Cooperation";
  const { pdf } = await typesetInstrument(
    source({ en: `# ${title}\n\n## One\n\nText.\n` }),
    options,
  );
  expect(textOf(pdf)).toContain("Memorandum of Understanding\non Civil Service Cooperation");
});

test("room is left above the title for an emblem", async () => {
  const { pdf } = await typesetInstrument(
    source({ en: "# Agreement\n\n## One\n\nText.\n" }),
    options,
  );
  const title = wordsOn(pdf).find(({ word }) => word === "Agreement");
  const header = wordsOn(pdf).find(({ word }) => word === "ACSH/2026/012");
  expect((title?.top ?? 0) - (header?.bottom ?? 0)).toBeGreaterThan(72);
});

test("no page begins or ends with one line of a paragraph, nor ends with a heading", async () => {
  for (let shift = 0; shift < 12; shift++) {
    const filler = Array.from({ length: shift }, (_, i) => `Filler${i}.`).join("\n\n");
    const articles = Array.from({ length: 14 }, (_, article) => {
      const words = Array.from(
        { length: 70 + ((article * 37) % 60) },
        (_, i) => `a${article}w${i}`,
      );
      return `## Heading${article}\n\n${words.join(" ")}`;
    });
    const text = `# Agreement\n\n${filler}\n\n${articles.join("\n\n")}\n`;
    const { pdf } = await typesetInstrument(source({ en: text }), { ...options, fields: false });
    for (const lines of linesOn(pdf)) {
      const articleOf = (line = "") => /^a(\d+)w/.exec(line)?.[1];
      const last = lines.at(-1) ?? "";
      expect(last).not.toMatch(/^(Article|Heading)/);
      const counts = Map.groupBy(lines, articleOf);
      for (const [article, own] of counts) if (article) expect(own.length).toBeGreaterThan(1);
    }
  }
});

test("a table in a narrow column divides no word that can stand whole", async () => {
  const cells = ["cooperation", "Comparative", "yearly", "priorities"];
  const rows = [cells, cells.map(() => "---"), cells].map((row) => `| ${row.join(" | ")} |`);
  const text = (title: string) => `# ${title}\n\n## One\n\n${rows.join("\n")}\n`;
  const { pdf } = await typesetInstrument(
    source({ en: text("Agreement"), ru: text("Соглашение") }),
    options,
  );
  const words = wordsOn(pdf).map(({ word }) => word);
  for (const cell of cells) expect(words.filter((word) => word === cell)).toHaveLength(4);
});

test.each(["sequential", "parallel"] as const)(
  "neither signatures nor the digest stand on a page without what they belong to (%s)",
  async (layout) => {
    const texts = (lines: number): Record<string, string> => {
      const own = (title: string, word: string) =>
        `# ${title}\n\n## One\n\n${`${word} `.repeat(lines * 5)}\n\n## Two\n\n${`${word} `.repeat(20)}\n`;
      const english = own("Agreement", "faithfully");
      return layout === "parallel"
        ? { en: english, ru: own("Соглашение", "добросовестно") }
        : { en: english };
    };
    for (let lines = 1; lines < 40; lines += 3) {
      const { pdf } = await typesetInstrument(source(texts(lines)), options);
      const pages = textOf(pdf).split("\f");
      const signed = pages.findIndex((page) => /^Signatures$/m.test(page));
      expect(pages[signed]).toContain("faithfully");
      const digest = pages.find((page) => page.includes("Digest of the texts"));
      expect(digest).toMatch(/Seal of the depositary|For (First|Second) State/);
    }
  },
);

test.each(["small", "large"] as const)(
  "each party's original differs from the others in nothing but the order (%s alternat)",
  async (form) => {
    const common = source({
      en: "# Agreement\n\nFirst State and Second State agree:\n\n## One\n\nBoth First State and Second State cooperate.\n",
    });
    const words = async (party: string) => {
      const { pdf } = await typesetInstrument(alternatOf(common, party, form), options);
      return textOf(pdf);
    };
    const [first, second] = [await words("KZ"), await words("AE")];
    const sorted = (text: string) => text.split(/\s+/).sort();
    expect(sorted(second)).toEqual(sorted(first));
    expect(first).toContain("First State and Second State agree:");
    expect(second).toContain("Second State and First State agree:");
    const within =
      form === "large" ? "Second State and First State" : "First State and Second State";
    expect(second.replaceAll(/\s+/g, " ")).toContain(`Both ${within} cooperate.`);
    // The first of the two stands on the left above the signatures.
    expect(second.lastIndexOf("Second State")).toBeLessThan(second.lastIndexOf("First State"));
  },
);
