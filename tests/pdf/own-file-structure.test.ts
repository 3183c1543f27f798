import { expect, test } from "vitest";
import { typesetComparison } from "#src/pdf/comparison.ts";
import { typesetEvidenceAnnex } from "#src/pdf/evidence-annex.ts";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { compareTexts } from "#src/text/compare.ts";
import type { Source } from "#src/text/source.ts";
import { structureFaults } from "./structure-faults.ts";
import { declaration } from "./typeset/support/udhr.ts";

const made = { date: "2026-11-23T10:00:00Z", id: "structure" };

function source(languages: string[], change: Partial<Source> = {}): Source {
  const texts = languages.map((language) => [language, declaration(language)] as const);
  return {
    reference: "UN/1948/217",
    title: Object.fromEntries(texts.map(([language, { title }]) => [language, title])),
    languages,
    parties: [{ code: "KZ" }, { code: "AE" }],
    layout: "sequential",
    texts: Object.fromEntries(texts.map(([language, { markdown }]) => [language, markdown])),
    ...change,
  };
}

const instrument = async (of: Source, more: object = {}) =>
  (await typesetInstrument(of, { ...made, ...more })).pdf;

function comparison(): Promise<Uint8Array> {
  const [before, after] = ["en", "fr"].map((language) => declaration(language).markdown);
  const articles = compareTexts(before ?? "", after ?? "", "en");
  const texts = [{ language: "en", title: "Declaration", articles }];
  return typesetComparison({ reference: "UN/1948/217", from: 1, to: 2, texts }, made);
}

function annex(): Promise<Uint8Array> {
  const digest = "ab".repeat(32);
  return typesetEvidenceAnnex({
    instrument: {
      ...{ reference: "UN/1948/217", title: { en: "Declaration" }, digest, version: 1 },
      textDigests: { en: digest, ar: digest },
    },
    ...{
      languages: ["en", "ar"],
      trusted: false,
      zone: "UTC",
      date: made.date,
      signatures: [],
      level: "B-B",
    },
    ...{ verifyUrl: "https://depositary.example/verify", events: [], checkpoint: null },
  });
}

test.each([
  ["an original", () => instrument(source(["en", "ar", "ka"]))],
  ["an original side by side", () => instrument(source(["en", "ar"], { layout: "parallel" }))],
  ["an original with its texts", () => instrument(source(["en", "ru"]), { attachSource: true })],
  ["a draft", () => instrument(source(["kk"]), { watermark: "3\nsha-256 0123" })],
  ["the form of an act", () => instrument(source(["ar"], { act: true }))],
  ["a comparison", comparison],
  ["an annex of evidence", annex],
])("%s keeps the file structure of PDF/A and ends with an end of line", async (_, make) => {
  const pdf = await make();
  expect(structureFaults(pdf)).toEqual([]);
  expect(Buffer.from(pdf.subarray(-6)).toString()).toBe("%%EOF\n");
});
