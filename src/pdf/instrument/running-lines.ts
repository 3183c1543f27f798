import { drawArtifact, type Galley, pageHeight } from "../typeset/galley.ts";
import { number, paint } from "../typeset/paint.ts";
import { formsOf } from "./forms.ts";
import { margin, set, size, textWidth } from "./page-design.ts";

/** The reference above and "page X of Y" below each page, in the page's language, as artifacts. */
export function drawRunningLines(galley: Galley, reference: string): void {
  const of = galley.sheets.length;
  for (const [index, { language }] of galley.sheets.entries()) {
    const line = (text: string) =>
      set(galley, language, [{ text }], "header", { size: size.small, align: "center" });
    const header = pageHeight - 52;
    const rule = `q 0.6 G 0.4 w ${number(margin.side)} ${header - 9} m ${number(margin.side + textWidth)} ${header - 9} l S Q\n`;
    const above = paint(galley.ink, line(reference), margin.side, header);
    drawArtifact(galley, index, `0.3 g\n${above}0 g\n${rule}`, "Header");
    const page = formsOf(language).page(index + 1, of);
    const below = paint(galley.ink, line(page), margin.side, 46);
    drawArtifact(galley, index, `0.3 g\n${below}0 g\n`, "Footer");
  }
}
