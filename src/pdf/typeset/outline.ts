import type { OutlineEntry } from "./galley.ts";
import type { PDFContext, PDFRef } from "./pdf-lib.ts";
import { textString, type Written } from "./syntax.ts";

/** Bookmarks (ISO 32000-1, 12.3.3): the entries of the first level are open. Undefined if there are none. */
export function writeOutline(
  context: PDFContext,
  written: Written,
  entries: OutlineEntry[],
  pages: PDFRef[],
): PDFRef | undefined {
  if (entries.length === 0) return undefined;
  const root = context.nextRef();
  const refs = writeLevel(context, written, entries, root, pages);
  const ends = `/First ${refs[0]}/Last ${refs.at(-1)}`;
  written.set(root.objectNumber, `<</Type/Outlines${ends}/Count ${entries.length}>>`);
  return root;
}

function writeLevel(
  context: PDFContext,
  written: Written,
  entries: OutlineEntry[],
  parent: PDFRef,
  pages: PDFRef[],
): PDFRef[] {
  const refs = entries.map(() => context.nextRef());
  for (const [index, { title, sheet, top, children }] of entries.entries()) {
    const ref = refs[index]!;
    const below = writeLevel(context, written, children, ref, pages);
    const link = (key: string, to: PDFRef | undefined) => (to ? `/${key} ${to}` : "");
    const beside = link("Prev", refs[index - 1]) + link("Next", refs[index + 1]);
    const ends = link("First", below[0]) + link("Last", below.at(-1));
    // Closed: a negative count.
    const count = below.length > 0 ? `/Count ${-below.length}` : "";
    const dest = `/Dest[${pages[sheet]}/XYZ null ${Math.round(top)} null]`;
    const item = `<</Title${textString(title)}/Parent ${parent}${dest}${beside}${ends}${count}>>`;
    written.set(ref.objectNumber, item);
  }
  return refs;
}
