import type { Placed } from "./fields.ts";
import type { Galley } from "./galley.ts";
import { number } from "./paint.ts";
import type { PDFContext, PDFRef } from "./pdf-lib.ts";
import { textString, type Written } from "./syntax.ts";

/** Writes the links of the pages (ISO 32000-1, 12.5.6.5), each with a description for those who do not see it. */
export function writeLinks(
  context: PDFContext,
  written: Written,
  galley: Galley,
  pages: PDFRef[],
): Placed[] {
  const first = galley.sheets.length + galley.fields.length;
  return galley.links.map(({ sheet, box, element, to, description }, index) => {
    const [left, bottom, width, height] = box;
    const corners = [left, bottom, left + width, bottom + height];
    const ref = context.nextRef();
    written.set(
      ref.objectNumber,
      [
        `<</Type/Annot/Subtype/Link/Contents${textString(description)}`,
        // Print: PDF/A requires it.
        `/F 4/Border[0 0 0]/Rect[${corners.map(number).join(" ")}]/P ${pages[sheet]}`,
        `/Dest[${pages[to.sheet]}/XYZ null ${Math.round(to.top)} null]/StructParent ${first + index}>>`,
      ].join(""),
    );
    element.children.push({ annotation: ref, sheet });
    return { sheet, ref, element };
  });
}
