import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { sealInstrument } from "#src/pdf/seal.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { consents, newKey, reference, sealedAt } from "./attacks/fixture.ts";
import { pdfsig, qpdfCheck, textOf, withFile } from "./attacks/oracles.ts";

const text = (title: string, article: string) =>
  `# ${title}\n\n## ${article}\n\n${title}, as [there](#article-1).\n`;
const typeset = (attachSource: boolean) =>
  typesetInstrument(
    {
      reference,
      title: { en: "Memorandum", kk: "Меморандум", ar: "مذكرة" },
      languages: ["en", "kk", "ar"],
      parties: [{ code: "KZ" }, { code: "AE" }],
      layout: "sequential",
      texts: {
        en: text("Memorandum", "Purpose"),
        kk: text("Меморандум", "Мақсаты"),
        ar: text("مذكرة", "الغرض"),
      },
    },
    { date: "2026-11-20T00:00:00Z", id: "one", attachSource },
  );
const { key, trust } = newKey();

describe.each([
  ["en", false],
  ["kk", true],
  ["ar", false],
])(
  "an instrument as it is typeset, sealed in the language %s, its source inside: %s",
  async (language, attachSource) => {
    const { pdf: original } = await typeset(attachSource);
    const request = { signatures: consents, key, at: sealedAt, reference, language };
    const { pdf } = await sealInstrument(original, request);

    test("is VALID, to us and to Poppler", async () => {
      const originalDigest = createHash("sha256").update(original).digest("hex");
      const result = await verifyPdf(pdf, { trust, originalDigest });
      expect([result.verdict, ...result.reasons]).toEqual(["VALID", ...result.reasons]);
      const all = pdfsig(pdf);
      expect(all.map(({ validation }) => validation)).toEqual(Array(3).fill("Signature is Valid."));
      expect(all.at(-1)?.total).toBe(true);
      expect(qpdfCheck(pdf)).toBe(0);
    });

    test("keeps every word of the original, and every font embedded", () => {
      expect(textOf(pdf)).toContain("Memorandum");
      const fonts = withFile(pdf, (path) => execFileSync("pdffonts", [path], { encoding: "utf8" }));
      const rows = fonts.trim().split("\n").slice(2);
      expect(rows.length).toBeGreaterThan(3);
      for (const row of rows) expect(row).toMatch(/yes yes yes/);
    });

    test("shows the names of those who signed, in their own letters", () => {
      const words = textOf(pdf).normalize("NFKC");
      expect(words).toContain("Әйгерім Бекқызы");
      expect(words.replace(/[\u064B-\u0652\u200E\u200F\u202A-\u202E]/g, "")).toMatch(
        /نورة|المنصوري/,
      );
    });
  },
);

test("the same original and facts give the same pages, whatever the signature values are", async () => {
  const { pdf: plain } = await typeset(false);
  const request = { signatures: consents, key, at: sealedAt, reference };
  const [first, second] = [
    await sealInstrument(plain, request),
    await sealInstrument(plain, request),
  ];
  expect(textOf(first.pdf)).toBe(textOf(second.pdf));
  expect(first.pdf.length).toBe(second.pdf.length);
});
