import type { Content } from "../typeset/content.ts";
import { drawArtifact, type Galley, pageHeight, pageWidth } from "../typeset/galley.ts";
import { number, paint } from "../typeset/paint.ts";
import { setParagraph } from "../typeset/paragraph.ts";

/**
 * Prints words diagonally under the text of each page, as an artifact: the first line, as large as the page allows.
 * Further lines, such as a digest, are small and legible at the foot. Light grey and opaque: transparency would need a
 * blending space (ISO 19005-2, 6.2.10).
 */
export function drawWatermark(galley: Galley, text: string, language: string): void {
  const [first = "", ...others] = text.split("\n");
  const slant = Math.PI / 4;
  const [cos, sin] = [Math.cos(slant), Math.sin(slant)].map((v) => v.toFixed(5));
  const middle = `${number(pageWidth / 2)} ${number(pageHeight / 2)}`;
  const large = setLine(galley, first, language, largest);
  const smaller = others.map((line) => setLine(galley, line, language, small));
  const under = (out: Content) => {
    out.add(`q 0.9 g ${cos} ${sin} -${sin} ${cos} ${middle} cm\n`);
    paint(out, galley.ink, large, -widthOf(large) / 2, -large.size / 3);
    out.add("Q\n");
    for (const [index, line] of smaller.entries()) {
      out.add("q 0.35 g\n");
      paint(out, galley.ink, line, (pageWidth - widthOf(line)) / 2, foot - index * small * 1.4);
      out.add("Q\n");
    }
  };
  for (const index of galley.sheets.keys()) drawArtifact(galley, index, under, "Watermark");
}

const largest = 110;
const small = 7;
/** The baseline below the number of the page. */
const foot = 32;
/** The length that fits from corner to corner, in points. */
const diagonal = 560;

function setLine(galley: Galley, text: string, language: string, size: number) {
  const wide = { width: 100_000, language, direction: "ltr", align: "start" } as const;
  const runs = [{ text, style: "bold" } as const];
  const natural = setParagraph(runs, { ...wide, size: 100 }, galley.ink, "watermark");
  const fitting = Math.min(size, (100 * diagonal) / Math.max(1, widthOf(natural)));
  return setParagraph(runs, { ...wide, size: fitting }, galley.ink, "watermark");
}

function widthOf({ lines }: ReturnType<typeof setParagraph>): number {
  return lines[0]?.width ?? 0;
}
