import { expect, test } from "vitest";
import { appearance } from "#src/pdf/typeset/appearance.ts";
import { PDFDocument, PDFName } from "#src/pdf/typeset/pdf-lib.ts";
import { fontsOf, run, textOf, wordsOf } from "./support/read-pdf.ts";

type Lines = Parameters<typeof appearance>[1]["lines"];

async function shown(lines: Lines, direction: "ltr" | "rtl" = "ltr"): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const page = pdf.addPage([300, 120]);
  const form = appearance(pdf.context, { lines, width: 200, height: 60, direction });
  page.node.set(PDFName.of("Resources"), pdf.context.obj({ XObject: { A: form } }));
  page.node.set(PDFName.of("Contents"), pdf.context.register(pdf.context.stream("/A Do")));
  return pdf.save({ useObjectStreams: false });
}

test("an appearance prints names in each script with fonts of its own", async () => {
  const pdf = await shown([
    { text: "Ana Ivanova", language: "en", bold: true, size: 10 },
    { text: "Қазақстан Республикасы", language: "kk", size: 9 },
    { text: "جمهورية كازاخستان", language: "ar", size: 9 },
  ]);
  expect(run(pdf, "qpdf", "--check", "%").status).toBe(0);
  expect(wordsOf(textOf(pdf))).toEqual(
    wordsOf("Ana Ivanova Қазақстан Республикасы جمهورية كازاخستان"),
  );
  const fonts = fontsOf(pdf);
  expect(fonts).toHaveLength(3);
  for (const font of fonts) {
    expect(font).toMatchObject({ embedded: "yes", subset: "yes", unicode: "yes" });
  }
});

test("a name that is too long for the box is set smaller and stays inside it", async () => {
  const name = "Her Excellency the Minister for Civil Service Development ".repeat(8).trim();
  const pdf = await shown([{ text: name, language: "en", size: 11 }]);
  const words = [
    ...run(pdf, "pdftotext", "-bbox", "%", "-").out.matchAll(
      /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g,
    ),
  ];
  expect(words).toHaveLength(name.split(" ").length);
  for (const [, xMin, yMin, xMax, yMax] of words) {
    expect(Number(xMin)).toBeGreaterThanOrEqual(0);
    expect(Number(xMax)).toBeLessThanOrEqual(200);
    // The page is 120 high and its measure runs downwards.
    expect(Number(yMin)).toBeGreaterThanOrEqual(58);
    expect(Number(yMax)).toBeLessThanOrEqual(121);
  }
});

test("a name that no font prints is refused", async () => {
  await expect(shown([{ text: "Ana \u{1f600}", language: "en", size: 9 }])).rejects.toMatchObject({
    code: "unprintable-character",
  });
});
