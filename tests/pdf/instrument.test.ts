import { createHash } from "node:crypto";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import type { Source } from "#src/text/source.ts";
import { fontsOf, recovered, run, textOf, wordsOf } from "./typeset/support/read-pdf.ts";
import { declaration } from "./typeset/support/udhr.ts";

const options = { date: "2026-11-23T10:00:00Z", id: "agreement 1, version 1" };

function source(languages: string[], more: Partial<Source> = {}): Source {
  const texts = languages.map((language) => [language, declaration(language)] as const);
  return {
    reference: "ACSH/2026/001",
    title: Object.fromEntries(texts.map(([language, { title }]) => [language, title])),
    languages,
    parties: [
      { name: { en: "Republic of Kazakhstan", ru: "Республика Казахстан" }, code: "KZ" },
      { name: { en: "Regional Hub" } },
    ],
    layout: "sequential",
    texts: Object.fromEntries(texts.map(([language, { markdown }]) => [language, markdown])),
    ...more,
  };
}

test.each([
  ["en", 0.99],
  ["ru", 0.99],
  ["kk", 0.99],
  ["fr", 0.99],
  ["ar", 0.99],
])(
  "the words of the Universal Declaration are read back from the page (%s)",
  async (language, share) => {
    const { pdf } = await typesetInstrument(source([language]), options);
    const wanted = wordsOf(declaration(language).text);
    expect(wanted.length).toBeGreaterThan(1200);
    expect(recovered(wanted, wordsOf(textOf(pdf)))).toBeGreaterThanOrEqual(share);
  },
);

test("a file in four languages is sound and all its fonts are embedded subsets", async () => {
  const { pdf, pages } = await typesetInstrument(source(["en", "ru", "ar", "kk"]), options);
  const check = run(pdf, "qpdf", "--check", "%");
  expect(check).toMatchObject({ status: 0, problems: "" });
  const fonts = fontsOf(pdf);
  expect(fonts.length).toBeGreaterThanOrEqual(4);
  for (const font of fonts) {
    expect(font).toMatchObject({ embedded: "yes", subset: "yes", unicode: "yes" });
    expect(font.name).toMatch(/^[A-Z]{6}\+/);
  }
  const info = run(pdf, "pdfinfo", "%").out;
  expect(info).toMatch(new RegExp(`Pages:\\s+${pages}\\b`));
  expect(info).toMatch(/Page size:.*A4/);
  expect(info).toMatch(/Tagged:\s+yes/);
  expect(info).toMatch(/CreationDate:\s+Mon Nov 23 10:00:00 2026/);
});

test("two renders are the same bytes; another identifier or date gives others", async () => {
  const digest = async (changed: Partial<typeof options>) => {
    const { pdf } = await typesetInstrument(source(["en", "ar"]), { ...options, ...changed });
    return createHash("sha256").update(pdf).digest("hex");
  };
  const first = await digest({});
  expect(await digest({})).toBe(first);
  expect(await digest({ id: "agreement 2" })).not.toBe(first);
  expect(await digest({ date: "2026-11-24T10:00:00Z" })).not.toBe(first);
});

test("a worker thread gives the same bytes", async () => {
  const worker = new Worker(new URL("typeset/support/render-in-worker.ts", import.meta.url));
  try {
    worker.postMessage({ source: source(["ru", "ar"]), options });
    const [pdf]: Uint8Array[] = await once(worker, "message");
    const here = await typesetInstrument(source(["ru", "ar"]), options);
    expect(pdf && Buffer.from(pdf).equals(here.pdf)).toBe(true);
  } finally {
    await worker.terminate();
  }
});

test("each page says the reference and its number in the language of the page", async () => {
  const { pdf, pages } = await typesetInstrument(source(["en", "ru", "kk"]), options);
  const sheets = textOf(pdf).split("\f").slice(0, -1);
  expect(sheets).toHaveLength(pages);
  for (const [index, sheet] of sheets.entries()) {
    expect(sheet).toContain("ACSH/2026/001");
    const number = `(Page ${index + 1} of ${pages}|Страница ${index + 1} из ${pages}|${pages} беттің ${index + 1}-беті)`;
    expect(sheet).toMatch(new RegExp(number));
  }
  expect(sheets[0]).toContain(`Page 1 of ${pages}`);
  expect(sheets.at(-1)).toContain("-беті");
});

test("articles are numbered and cross-references printed in the language's own form", async () => {
  const texts = {
    en: "# Memorandum\n\n## Purpose\n\nSee [below](#duration).\n\n## Duration\n\n1. First.\n2. Second.\n",
    ru: "# Меморандум\n\n## Цель\n\nСм. [ниже](#article-2).\n\n## Срок\n\n1. Один.\n2. Два.\n",
    kk: "# Меморандум\n\n## Мақсат\n\n[Төменде](#article-2).\n\n## Мерзім\n\n1. Бір.\n2. Екі.\n",
  };
  const { pdf } = await typesetInstrument(source(["en", "ru", "kk"], { texts }), options);
  const text = textOf(pdf).replaceAll("\u00a0", " ");
  for (const words of [
    "Article 1\nPurpose",
    "See Article 2.",
    "(2)",
    "Статья 1\nЦель",
    "ст. 2",
    "1-бап\nМақсат",
    "2-бап",
  ]) {
    expect(text).toContain(words);
  }
});

test("characters that no font prints are all refused, with their places", async () => {
  const texts = { en: "# Memo \u{1f600}\n\n## One\n\nText \u0915 here.\n" };
  const title = { en: "Memo" };
  await expect(typesetInstrument(source(["en"], { texts, title }), options)).rejects.toMatchObject({
    code: "unprintable-character",
    extra: {
      errors: [
        { detail: expect.stringMatching(/^U\+0915 in en, Article.1$/) },
        { detail: expect.stringMatching(/^U\+1F600 in en, title/) },
      ],
    },
  });
});

test("a language without a text is refused", async () => {
  const texts = { en: declaration("en").markdown };
  await expect(typesetInstrument(source(["en", "ru"], { texts }), options)).rejects.toMatchObject({
    code: "missing-text",
  });
});

test("a draft carries its watermark on every page as an artifact", async () => {
  const { pdf, pages } = await typesetInstrument(source(["en"]), {
    ...options,
    watermark: "DRAFT",
  });
  const content = run(pdf, "qpdf", "--qdf", "%", "-").out;
  expect(content.match(/\/Artifact <<[^>]*\/Watermark[^>]*>> BDC/g)).toHaveLength(pages);
  expect(run(pdf, "pdfinfo", "-struct-text", "%").out).not.toContain("DRAFT");
});

test("a draft names its version and digest, to be read on every page", async () => {
  const digest = `sha-256 ${"0123456789abcdef".repeat(4)}`;
  const { pdf, pages } = await typesetInstrument(source(["en", "ar"]), {
    ...options,
    watermark: `ACSH/2026/001 · 3\n${digest}`,
  });
  const text = run(pdf, "pdftotext", "%", "-").out;
  expect(text.split(digest)).toHaveLength(pages + 1);
});
