import encodeQR from "qr";
import { isolate } from "#src/text/isolate.ts";
import { directionOf } from "#src/text/languages.ts";
import { margin, set, size, textWidth } from "../instrument/page-design.ts";
import type { WholeBlock } from "../typeset/flow.ts";
import { aboveBaseline } from "../typeset/frame.ts";
import { draw } from "../typeset/galley.ts";
import { number, paint } from "../typeset/paint.ts";
import { element } from "../typeset/structure.ts";
import type { Labels } from "./labels.ts";
import type { Page } from "./sections.ts";

const side = 96;
const gap = 16;

/** A code that links to the verify page, and beside it the address in words. */
export function verifyBlock(
  { galley, language, section }: Page,
  labels: Labels,
  url: string,
): WholeBlock {
  const words = [
    { text: labels.verify, size: size.party, style: "bold" as const },
    { text: labels.aboutVerify, size: size.body },
    { text: isolate(url, language), size: size.small },
  ].map(({ text, ...more }) => ({
    paragraph: set(galley, language, [{ text }], "annex", {
      ...more,
      width: textWidth - side - gap,
      align: "start",
    }),
    owner: element("P", section),
  }));
  const figure = element("Figure", section, { alternative: `QR: ${url}` });
  const height = words.reduce((sum, { paragraph }) => sum + heightOf(paragraph), 0);
  const isRtl = directionOf(language) === "rtl";
  return {
    kind: "whole",
    height: Math.max(height, side),
    before: 22,
    draw: ({ sheet, y }) => {
      let top = y;
      for (const { paragraph, owner } of words) {
        const left = margin.side + (isRtl ? 0 : side + gap);
        const baseline = top - paragraph.leading * aboveBaseline;
        draw(galley, sheet, owner, (out) => paint(out, galley.ink, paragraph, left, baseline));
        top -= heightOf(paragraph);
      }
      const left = margin.side + (isRtl ? textWidth - side : 0);
      const box = [left, y - side, left + side, y].map((edge) => Math.round(edge * 100) / 100);
      figure.attributes = { O: "Layout", Placement: "Block", BBox: box };
      draw(galley, sheet, figure, codeOperators(url, left, y));
    },
  };
}

function heightOf({ lines, leading }: { lines: unknown[]; leading: number }): number {
  return lines.length * leading;
}

/** ISO/IEC 18004, a quarter redundant; the page is the white margin. A row's run of dark squares is one rectangle. */
function codeOperators(text: string, left: number, top: number): string {
  const rows = encodeQR(text, "raw", { ecc: "quartile", border: 1 });
  const unit = side / rows.length;
  let operators = "q 0 g\n";
  for (const [row, squares] of rows.entries()) {
    for (let from = 0; from < squares.length; from++) {
      if (!squares[from]) continue;
      let to = from;
      while (squares[to]) to++;
      const at = [left + from * unit, top - (row + 1) * unit, (to - from) * unit, unit];
      operators += `${at.map(number).join(" ")} re\n`;
      from = to;
    }
  }
  return `${operators}f Q\n`;
}
