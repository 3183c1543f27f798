import { type PDFDocument, PDFHexString, type PDFRef, PDFString } from "pdf-lib";
import type { Placed } from "./fields.ts";
import type { Galley } from "./galley.ts";

/** Writes the links of the pages (ISO 32000-1, 12.5.6.5), each told to those who do not see it. */
export function writeLinks(pdf: PDFDocument, galley: Galley, pages: PDFRef[]): Placed[] {
  const { context } = pdf;
  const first = galley.sheets.length + galley.fields.length;
  return galley.links.map(({ sheet, box, element, to, description }, index) => {
    const [left, bottom, width, height] = box;
    const corners = [left, bottom, left + width, bottom + height];
    const ref = context.register(
      context.obj({
        Type: "Annot",
        Subtype: "Link",
        Contents: textString(description),
        // Print: PDF/A asks for it.
        F: 4,
        Border: [0, 0, 0],
        Rect: corners.map((side) => Math.round(side * 100) / 100),
        P: pages[sheet],
        Dest: [pages[to.sheet], "XYZ", null, Math.round(to.top), null],
        StructParent: first + index,
      }),
    );
    element.children.push({ annotation: ref, sheet });
    return { sheet, ref, element };
  });
}

/** A text string (ISO 32000-1, 7.9.2.2), in half the bytes where its characters are plain. */
function textString(text: string): PDFString | PDFHexString {
  return /^[\w ,.:;-]*$/.test(text) ? PDFString.of(text) : PDFHexString.fromText(text);
}
