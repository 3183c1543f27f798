import { PDFDocument, PDFName, PDFNumber } from "pdf-lib";
import { type Attachment, writeAttachments } from "./attachments.ts";
import { embedFonts } from "./embed-font.ts";
import { writeFields } from "./fields.ts";
import { type Galley, pageHeight, pageWidth } from "./galley.ts";
import { writeLinks } from "./links.ts";
import { type Metadata, writeMetadata } from "./metadata.ts";
import { writeOutline } from "./outline.ts";
import { writeStructure } from "./structure.ts";
import { refuseUnprintable } from "./unprintable.ts";

/**
 * Turns a finished galley into the bytes of a tagged PDF/A-2a and PDF/UA-1 file, PDF/A-3a with attachments. The same galley and
 * metadata give the same bytes: no clock, no chance, no machine.
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
  const { context } = pdf;
  const resources = context.register(context.obj({ Font: embedFonts(context, galley.ink) }));
  const pages = galley.sheets.map((sheet, index) => {
    const page = pdf.addPage([pageWidth, pageHeight]);
    const contents = context.register(context.flateStream(sheet.content.join("")));
    page.node.set(PDFName.of("Resources"), resources);
    page.node.set(PDFName.of("Contents"), contents);
    page.node.set(PDFName.of("StructParents"), PDFNumber.of(index));
    page.node.set(PDFName.of("Tabs"), PDFName.of("S"));
    return page.ref;
  });
  const annotations = [...writeFields(pdf, galley, pages), ...writeLinks(pdf, galley, pages)];
  for (const [sheet, own] of Map.groupBy(annotations, (one) => one.sheet)) {
    const refs = own.map(({ ref }) => ref);
    pdf.getPage(sheet).node.set(PDFName.of("Annots"), context.obj(refs));
  }
  const structure = writeStructure(
    context,
    galley.document,
    pages,
    galley.sheets.map((sheet) => sheet.marks),
    annotations.map(({ element }) => element),
  );
  pdf.catalog.set(PDFName.of("StructTreeRoot"), structure);
  writeOutline(pdf, galley.outline, pages);
  // The pages are labelled by the numbers that are printed on them.
  pdf.catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: [0, { S: "D" }] }));
  writeAttachments(pdf, attachments, new Date(metadata.date));
  writeMetadata(pdf, { ...metadata, part: attachments.length > 0 ? 3 : 2 });
  return pdf.save({
    // Classic cross-references, because signatures are added as increments later.
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}
