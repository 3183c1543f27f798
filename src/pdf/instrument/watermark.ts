import { type Galley, pageHeight, pageWidth } from "../typeset/galley.ts";
import { number, paint } from "../typeset/paint.ts";
import { setParagraph } from "../typeset/paragraph.ts";

/**
 * Puts a word slantwise under the text of each page, as an artifact. Light grey and opaque: transparency
 * would need a blending space (ISO 19005-2, 6.2.10).
 */
export function drawWatermark(galley: Galley, text: string, language: string): void {
  const direction = "ltr";
  const wide = { size: 100, width: 100_000, language, direction, align: "start" } as const;
  const natural = setParagraph([{ text, style: "bold" }], wide, galley.ink, "watermark");
  const width = Math.max(1, ...natural.lines.map((line) => line.width));
  const size = Math.min(110, (100 * 560) / width);
  const paragraph = setParagraph(
    [{ text, style: "bold" }],
    { ...wide, size },
    galley.ink,
    "watermark",
  );
  const slant = Math.PI / 4;
  const [cos, sin] = [Math.cos(slant), Math.sin(slant)].map((v) => v.toFixed(5));
  const lines = paint(galley.ink, paragraph, (-width * size) / 200, -size / 3);
  const middle = `${number(pageWidth / 2)} ${number(pageHeight / 2)}`;
  const operators = `q 0.9 g ${cos} ${sin} -${sin} ${cos} ${middle} cm\n${lines}Q\n`;
  for (const sheet of galley.sheets) {
    const properties = "/Type /Pagination /Subtype /Watermark";
    sheet.content.unshift(`/Artifact <<${properties}>> BDC\n${operators}EMC\n`);
  }
}
