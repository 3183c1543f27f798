import { isolate } from "#src/text/isolate.ts";
import type { Cursor } from "../typeset/frame.ts";
import { aboveBaseline } from "../typeset/frame.ts";
import { draw, drawArtifact, type Galley } from "../typeset/galley.ts";
import type { Paragraph } from "../typeset/lines.ts";
import { number, paint } from "../typeset/paint.ts";
import { element, type StructureElement } from "../typeset/structure.ts";
import { margin, set, size } from "./page-design.ts";

type Line = { language: string; text: string; bold?: boolean };

/** The text of one signature block, above and below its field. */
export type SignatureBlock = { field: string; tooltip: string; above: Line[]; below: Line[] };

/** Heights of the three parts, so that neighbours can be aligned on their fields. */
export type SetBlock = {
  above: number;
  field: number;
  below: number;
  /** `x` from the frame's left edge; `above` the height given to the names, which fill its last lines. */
  draw: (cursor: Cursor, x: number, above: number) => void;
};

/** Sets a block and, when it is drawn, places its field. */
export function setSignatureBlock(
  galley: Galley,
  block: SignatureBlock,
  parent: StructureElement,
  width: number,
): SetBlock {
  const section = element("Div", parent);
  const lines = (all: Line[], bold: boolean) =>
    all.map((line) => ({
      paragraph: set(
        galley,
        line.language,
        [{ text: isolate(line.text, line.language) }],
        block.field,
        {
          width,
          align: "center",
          size: size.body - (bold ? 0 : 0.5),
          style: (line.bold ?? bold) ? "bold" : "regular",
        },
      ),
      owner: element("P", section, { language: line.language }),
    }));
  const above = lines(block.above, true);
  const form = element("Form", section);
  const below = lines(block.below, false);
  return {
    above: heightOf(above) + gap,
    field: fieldHeight,
    below: heightOf(below) + gap,
    draw: (cursor, x, room) => {
      const left = margin.side + x;
      let y = drawLines(galley, cursor.sheet, above, left, cursor.y);
      y = cursor.y - room - fieldHeight;
      galley.fields.push({
        name: block.field,
        tooltip: block.tooltip,
        sheet: cursor.sheet,
        box: [round(left), round(y), round(width), fieldHeight],
        element: form,
      });
      const line = `${number(left)} ${number(y)} m ${number(left + width)} ${number(y)} l S`;
      drawArtifact(galley, cursor.sheet, `q 0.2 G 0.6 w ${line} Q\n`);
      drawLines(galley, cursor.sheet, below, left, y - gap);
    },
  };
}

const fieldHeight = 68;
const gap = 5;

type SetLine = { paragraph: Paragraph; owner: StructureElement };

function heightOf(lines: SetLine[]): number {
  return lines.reduce((sum, { paragraph }) => sum + paragraph.lines.length * paragraph.leading, 0);
}

function drawLines(
  galley: Galley,
  sheet: number,
  lines: SetLine[],
  x: number,
  top: number,
): number {
  let y = top;
  for (const { paragraph, owner } of lines) {
    const baseline = y - paragraph.leading * aboveBaseline;
    draw(galley, sheet, owner, (out) => paint(out, galley.ink, paragraph, x, baseline));
    y -= paragraph.lines.length * paragraph.leading;
  }
  return y;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
