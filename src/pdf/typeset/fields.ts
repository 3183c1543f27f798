import type { Galley } from "./galley.ts";
import {
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRef,
  PDFString,
} from "./pdf-lib.ts";
import type { StructureElement } from "./structure.ts";

/** An annotation and its element, in the order of their StructParent keys. */
export type Placed = { sheet: number; ref: PDFRef; element: StructureElement };

/**
 * Places the empty signature fields (ISO 32000-1, 12.7.4.5). They are visible from the start and part of the frozen
 * bytes, so a later increment fills a field and changes nothing else.
 */
export function writeFields(pdf: PDFDocument, galley: Galley, pages: PDFRef[]): Placed[] {
  if (galley.fields.length === 0) return [];
  const { context } = pdf;
  const placed = galley.fields.map((field, index) => {
    const [left, bottom, width, height] = field.box;
    const empty = context.stream("", {
      Type: "XObject",
      Subtype: "Form",
      BBox: [0, 0, width, height],
      Resources: {},
    });
    const ref = context.register(
      context.obj({
        Type: "Annot",
        Subtype: "Widget",
        FT: "Sig",
        T: PDFString.of(field.name),
        TU: PDFHexString.fromText(field.tooltip),
        // Print and Locked: the field is also printed, and its place is fixed.
        F: 132,
        Rect: [left, bottom, left + width, bottom + height],
        P: pages[field.sheet],
        AP: { N: context.register(empty) },
        StructParent: galley.sheets.length + index,
      }),
    );
    field.element.children.push({ annotation: ref, sheet: field.sheet });
    return { sheet: field.sheet, ref, element: field.element };
  });
  const form = context.obj({ Fields: placed.map(({ ref }) => ref) });
  // SignaturesExist and AppendOnly.
  form.set(PDFName.of("SigFlags"), PDFNumber.of(3));
  pdf.catalog.set(PDFName.of("AcroForm"), context.register(form));
  return placed;
}
