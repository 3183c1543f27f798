import { expect, test } from "vitest";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import type { Source } from "#src/text/source.ts";
import { run } from "./typeset/support/read-pdf.ts";

const source: Source = {
  reference: "ACSH/2026/011",
  title: { en: "Agreement", ar: "اتفاق" },
  languages: ["en", "ar"],
  parties: [{ code: "KZ" }, { code: "AE" }],
  layout: "sequential",
  texts: { en: "# Agreement\n\n## Scope\n\nWords.\n", ar: "# اتفاق\n\n## النطاق\n\nكلمات.\n" },
};
const options = { date: "2026-11-23T10:00:00Z", id: "a" };

test("the texts are carried inside as the source of the pages, and the file says PDF/A-3a", async () => {
  const { pdf } = await typesetInstrument(source, { ...options, attachSource: true });
  expect(run(pdf, "qpdf", "--check", "%").status).toBe(0);
  const list = run(pdf, "qpdf", "--list-attachments", "--verbose", "%").out;
  for (const name of ["agreement.yaml", "ar.md", "en.md"]) expect(list).toContain(name);
  expect(run(pdf, "qpdf", "--show-attachment=ar.md", "%").out).toBe(source.texts.ar);
  const plain = run(pdf, "qpdf", "--qdf", "%", "-").out;
  expect(plain).toContain("<pdfaid:part>3</pdfaid:part>");
  expect(plain.match(/\/AFRelationship \/Source/g)).toHaveLength(3);
  expect(plain).toContain("/Subtype /text#2fmarkdown");
});

test("without them nothing is carried, and the file says PDF/A-2a", async () => {
  const { pdf } = await typesetInstrument(source, options);
  expect(run(pdf, "qpdf", "--list-attachments", "%").out).toContain("no embedded files");
  expect(run(pdf, "qpdf", "--qdf", "%", "-").out).toContain("<pdfaid:part>2</pdfaid:part>");
});
