import { directionOf } from "#src/text/languages.ts";
import type { Frame } from "../typeset/frame.ts";
import { type Galley, pageHeight, pageWidth } from "../typeset/galley.ts";
import type { Paragraph, Setting } from "../typeset/lines.ts";
import { type Run, setParagraph } from "../typeset/paragraph.ts";

/** Margins and sizes of the instrument, in points. */
export const margin = { side: 79, top: 88, bottom: 80 };
export const size = { body: 10.5, heading: 11.5, title: 18, party: 12.5, small: 8.5, table: 9.5 };
export const textWidth = pageWidth - 2 * margin.side;

/** The horizontal extent of a text: the whole measure, or one of two columns. */
export type Column = { left: number; width: number; align: "justify" | "start"; even?: boolean };

export const wholeMeasure: Column = { left: margin.side, width: textWidth, align: "justify" };

/** The height of that area, in points. */
export const pageRoom = pageHeight - margin.top - margin.bottom;

/** The text area of every page in a language. */
export function frameFor(language: string, { left, width }: Column = wholeMeasure): Frame {
  return { top: pageHeight - margin.top, bottom: margin.bottom, left, width, language };
}

/** Sets a paragraph in a language's own direction. */
export function set(
  galley: Galley,
  language: string,
  runs: Run[],
  place: string,
  more: Partial<Setting> = {},
): Paragraph {
  const setting: Setting = {
    size: size.body,
    width: textWidth,
    language,
    direction: directionOf(language),
    align: "justify",
    ...more,
  };
  return setParagraph(runs, setting, galley.ink, place);
}
