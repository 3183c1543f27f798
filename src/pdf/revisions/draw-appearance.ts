import { type AppearanceLine, appearance } from "../typeset/appearance.ts";
import { PDFContext } from "../typeset/pdf-lib.ts";
import type { NewObject } from "./write-revision.ts";

/** A signature's look on the page: its lines from the top, and the side on which they begin. */
export type Look = { lines: AppearanceLine[]; direction: "ltr" | "rtl" };

/**
 * Draws the look into objects numbered from `first`, which refer only to each other.
 *
 * @throws Refusal `unprintable-character`
 */
export function drawAppearance(
  first: number,
  box: { width: number; height: number },
  look: Look,
): { reference: string; objects: NewObject[] } {
  const context = PDFContext.create();
  context.largestObjectNumber = first - 1;
  const reference = appearance(context, { ...look, ...box }).toString();
  const objects = context.enumerateIndirectObjects().map(([ref, object]) => {
    const body = new Uint8Array(object.sizeInBytes());
    object.copyBytesInto(body, 0);
    return { number: ref.objectNumber, body };
  });
  return { reference, objects };
}
