import { type Attachment, writeAttachments } from "./attachments.ts";
import type { Content } from "./content.ts";
import { embedFonts } from "./embed-font.ts";
import { embedStream } from "./embed-stream.ts";
import { writeFields } from "./fields.ts";
import { type Galley, pageHeight, pageWidth } from "./galley.ts";
import { writeLinks } from "./links.ts";
import { type Metadata, writeMetadata } from "./metadata.ts";
import { writeOutline } from "./outline.ts";
import { PDFDocument, PDFName, type PDFObject } from "./pdf-lib.ts";
import { serialise } from "./serialise.ts";
import { writeStructure } from "./structure.ts";
import type { Written } from "./syntax.ts";
import { refuseUnprintable } from "./unprintable.ts";

/**
 * Turns a finished galley into the bytes of a tagged PDF/A-2a and PDF/UA-1 file, or PDF/A-3a with attachments. The same
 * galley and metadata give the same bytes, on any machine at any time.
 *
 * @throws Refusal `unprintable-character`
 */
export async function printGalley(
  galley: Galley,
  metadata: Metadata,
  attachments: Attachment[] = [],
): Promise<Uint8Array> {
  refuseUnprintable(galley.ink);
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const { context, catalog } = pdf;
  const written: Written = new Map();
  const set = (key: string, value: PDFObject | undefined) => {
    if (value) catalog.set(PDFName.of(key), value);
  };
  const fonts = context.register(context.obj({ Font: embedFonts(context, galley.ink) }));
  const tree = context.nextRef();
  const pages = galley.sheets.map(() => context.nextRef());
  const annotations = [
    ...writeFields(pdf, galley, pages),
    ...writeLinks(context, written, galley, pages),
  ];
  const annotated = Map.groupBy(annotations, ({ sheet }) => sheet);
  for (const [index, { under, content }] of galley.sheets.entries()) {
    const refs = annotated.get(index)?.map(({ ref }) => ref) ?? [];
    const more = refs.length > 0 ? `/Annots[${refs.join(" ")}]` : "";
    const contents = embedStream(context, whole(under, content));
    written.set(
      pages[index]!.objectNumber,
      [
        `<</Type/Page/Parent ${tree}/MediaBox[0 0 ${pageWidth} ${pageHeight}]/Resources ${fonts}`,
        `/Contents ${contents}/StructParents ${index}/Tabs/S${more}>>`,
      ].join(""),
    );
  }
  const kids = `/Kids[${pages.join(" ")}]/Count ${pages.length}`;
  written.set(tree.objectNumber, `<</Type/Pages${kids}>>`);
  const structure = writeStructure(
    context,
    written,
    galley.document,
    pages,
    galley.sheets.map((sheet) => sheet.marks),
    annotations.map(({ element }) => element),
  );
  set("Pages", tree);
  set("StructTreeRoot", structure);
  set("Outlines", writeOutline(context, written, galley.outline, pages));
  // Label the pages with their printed numbers.
  set("PageLabels", context.obj({ Nums: [0, { S: "D" }] }));
  writeAttachments(pdf, attachments, new Date(metadata.date));
  writeMetadata(pdf, { ...metadata, part: attachments.length > 0 ? 3 : 2 });
  return serialise(context, written);
}

function whole(under: Content, content: Content): Uint8Array {
  return under.length === 0 ? content.taken() : Buffer.concat([under.taken(), content.taken()]);
}
