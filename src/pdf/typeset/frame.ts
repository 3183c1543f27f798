import { type Galley, sheetAt } from "./galley.ts";

/** The part of the page that text fills, in points from the lower left corner. */
export type Frame = { top: number; bottom: number; left: number; width: number; language: string };

/** Where the next block begins. */
export type Cursor = { sheet: number; y: number };

export function turnPage(galley: Galley, frame: Frame, cursor: Cursor): void {
  cursor.sheet++;
  cursor.y = frame.top;
  sheetAt(galley, cursor.sheet, frame.language);
}

/** The part of the leading that lies above the baseline. */
export const aboveBaseline = 0.74;
