import { type Galley, pageHeight, pageWidth } from "../typeset/galley.ts";
import { number, paint } from "../typeset/paint.ts";
import { setParagraph } from "../typeset/paragraph.ts";

/**
 * Puts words slantwise under the text of each page, as an artifact: the first line as large as the page allows,
 * further lines small below it. Light grey and opaque: transparency would need a blending space (ISO 19005-2,
 * 6.2.10).
 */
export function drawWatermark(galley: Galley, text: string, language: string): void {
  const slant = Math.PI / 4;
  const [cos, sin] = [Math.cos(slant), Math.sin(slant)].map((v) => v.toFixed(5));
  const middle = `${number(pageWidth / 2)} ${number(pageHeight / 2)}`;
  let lines = "";
  let y = 0;
  for (const [index, line] of text.split("\n").entries()) {
    const set = setLine(galley, line, language, index === 0 ? largest : small);
    y = index === 0 ? -set.size / 3 : y - set.size * 1.5;
    lines += paint(galley.ink, set, -(set.lines[0]?.width ?? 0) / 2, y);
  }
  const operators = `q 0.9 g ${cos} ${sin} -${sin} ${cos} ${middle} cm\n${lines}Q\n`;
  for (const sheet of galley.sheets) {
    const properties = "/Type /Pagination /Subtype /Watermark";
    sheet.content.unshift(`/Artifact <<${properties}>> BDC\n${operators}EMC\n`);
  }
}

const largest = 110;
const small = 15;
/** What fits from corner to corner, in points. */
const diagonal = 560;

function setLine(galley: Galley, text: string, language: string, size: number) {
  const wide = { width: 100_000, language, direction: "ltr", align: "start" } as const;
  const runs = [{ text, style: "bold" } as const];
  const natural = setParagraph(runs, { ...wide, size: 100 }, galley.ink, "watermark");
  const width = Math.max(1, natural.lines[0]?.width ?? 1);
  const fitting = Math.min(size, (100 * diagonal) / width);
  return setParagraph(runs, { ...wide, size: fitting }, galley.ink, "watermark");
}
