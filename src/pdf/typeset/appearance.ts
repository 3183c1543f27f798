import { directionOf } from "#src/text/languages.ts";
import { Content } from "./content.ts";
import { embedFonts } from "./embed-font.ts";
import { familyOf } from "./fonts.ts";
import { type Ink, newInk } from "./ink.ts";
import type { Paragraph } from "./lines.ts";
import { number, paint } from "./paint.ts";
import { setParagraph } from "./paragraph.ts";
import type { PDFContext, PDFRef } from "./pdf-lib.ts";
import { refuseUnprintable } from "./unprintable.ts";

export type AppearanceLine = { text: string; language: string; bold?: boolean; size: number };

/**
 * Draws lines into a Form XObject with its own fonts, registered in `context`, for the appearance of a field that is
 * filled after the rest of the file is frozen. Sizes in points; the box is `width` by `height`; `direction` is the side
 * on which the lines begin. Long text is set smaller, so that it is never clipped.
 *
 * @throws Refusal `unprintable-character`
 */
export function appearance(
  context: PDFContext,
  box: { lines: AppearanceLine[]; width: number; height: number; direction: "ltr" | "rtl" },
): PDFRef {
  const { ink, lines } = largestThatFits(box);
  refuseUnprintable(ink);
  const free = box.height - lines.reduce((sum, line) => sum + heightOf(line), 0);
  const content = new Content();
  let y = box.height - Math.max(free / 2, 0);
  for (const line of lines) {
    // Place the baseline so that the ascenders of the first line just fit under the top.
    paint(content, ink, line, padding, y - line.leading * 0.74);
    y -= heightOf(line);
  }
  return context.register(
    context.stream(content.taken(), {
      Type: "XObject",
      Subtype: "Form",
      BBox: [0, 0, Number(number(box.width)), Number(number(box.height))],
      Resources: { Font: embedFonts(context, ink, "quick") },
    }),
  );
}

const padding = 4;

type Box = Parameters<typeof appearance>[1];

function largestThatFits(box: Box): { ink: Ink; lines: Paragraph[] } {
  for (let scale = 1, tries = 0; ; tries++, scale *= 0.9) {
    const ink = newInk();
    const lines = setLines(box, scale, ink);
    const height = lines.reduce((sum, line) => sum + heightOf(line), 0);
    if (height <= box.height || tries === 24) return { ink, lines };
  }
}

function setLines(box: Box, scale: number, ink: Ink): Paragraph[] {
  return box.lines.map((line) =>
    setParagraph(
      [{ text: line.text, style: line.bold ? "bold" : "regular" }],
      {
        size: line.size * scale,
        width: box.width - 2 * padding,
        language: line.language,
        direction: directionOf(line.language),
        align: directionOf(line.language) === box.direction ? "start" : "end",
        leading: line.size * scale * familyOf(line.language).leading * 0.88,
      },
      ink,
      "the appearance of a signature",
    ),
  );
}

function heightOf(paragraph: Paragraph): number {
  return paragraph.lines.length * paragraph.leading;
}
