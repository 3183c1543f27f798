import {
  type PDFContext,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRef,
} from "pdf-lib";
import type { OutlineEntry } from "./galley.ts";

/** Bookmarks (ISO 32000-1, 12.3.3): the entries of the first level are open. */
export function writeOutline(pdf: PDFDocument, entries: OutlineEntry[], pages: PDFRef[]): void {
  if (entries.length === 0) return;
  const root = pdf.context.nextRef();
  const refs = writeLevel(pdf.context, entries, root, pages);
  pdf.context.assign(
    root,
    pdf.context.obj({
      Type: "Outlines",
      First: refs[0],
      Last: refs.at(-1),
      Count: entries.length,
    }),
  );
  pdf.catalog.set(PDFName.of("Outlines"), root);
}

function writeLevel(
  context: PDFContext,
  entries: OutlineEntry[],
  parent: PDFRef,
  pages: PDFRef[],
): PDFRef[] {
  const refs = entries.map(() => context.nextRef());
  for (const [index, entry] of entries.entries()) {
    const ref = refs[index]!;
    const children = writeLevel(context, entry.children, ref, pages);
    const item = context.obj({
      Title: PDFHexString.fromText(entry.title),
      Parent: parent,
      Dest: [pages[entry.sheet], "XYZ", null, Math.round(entry.top), null],
    });
    const link = (key: string, target: PDFRef | undefined) => {
      if (target) item.set(PDFName.of(key), target);
    };
    link("Prev", refs[index - 1]);
    link("Next", refs[index + 1]);
    link("First", children[0]);
    link("Last", children.at(-1));
    // Closed: a negative count.
    if (children.length > 0) item.set(PDFName.of("Count"), PDFNumber.of(-children.length));
    context.assign(ref, item);
  }
  return refs;
}
