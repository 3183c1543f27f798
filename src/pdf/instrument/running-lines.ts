import { isolate } from "#src/text/isolate.ts";
import { drawArtifact, type Galley, pageHeight } from "../typeset/galley.ts";
import { number, paint } from "../typeset/paint.ts";
import { margin, set, size, textWidth } from "./page-design.ts";

/**
 * Draws the title and the reference above and "page X of Y" below each page, in the page's language, as artifacts. So
 * every page, above all the signature page, names what it belongs to. Omits a title that does not fit on the line, and
 * one directly above itself.
 */
export function drawRunningLines(
  galley: Galley,
  reference: string,
  titles: Map<string, string>,
): void {
  const of = galley.sheets.length;
  const headed = new Set(
    galley.outline.map(({ sheet, title }) => ([...titles.values()].includes(title) ? sheet : -1)),
  );
  for (const [index, { language }] of galley.sheets.entries()) {
    const line = (text: string, align: "start" | "center" | "end") =>
      set(galley, language, [{ text: isolate(text, language) }], "header", {
        size: size.small,
        align,
      });
    const right = line(reference, "end");
    const left = line(titles.get(language) ?? "", "start");
    const used = [left, right].reduce((sum, { lines }) => sum + (lines[0]?.width ?? 0), 0);
    const titled = headed.has(index);
    const fits = !titled && left.lines.length <= 1 && used < textWidth - 24;
    drawArtifact(
      galley,
      index,
      (out) => {
        out.add("0.35 g\n");
        paint(out, galley.ink, right, margin.side, headerBaseline);
        if (fits) paint(out, galley.ink, left, margin.side, headerBaseline);
        out.add(`0 g\n${rule}`);
      },
      "Header",
    );
    const footer = line(galley.forms(language).page(index + 1, of), "center");
    drawArtifact(
      galley,
      index,
      (out) => {
        out.add("0.35 g\n");
        paint(out, galley.ink, footer, margin.side, 46);
        out.add("0 g\n");
      },
      "Footer",
    );
  }
}

const headerBaseline = pageHeight - 54;
const y = number(headerBaseline - 8);
const rule = `q 0.6 G 0.4 w ${number(margin.side)} ${y} m ${number(margin.side + textWidth)} ${y} l S Q\n`;
