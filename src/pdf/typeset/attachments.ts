import { type PDFDocument, PDFHexString, PDFName, PDFString } from "./pdf-lib.ts";

/** A file embedded in the PDF; `type` is its media type. */
export type Attachment = { name: string; type: string; bytes: Uint8Array };

/**
 * Embeds files in the PDF as the source of the printed text (ISO 19005-3, 6.8: associated files), with the date of the
 * PDF itself. Names are ASCII.
 */
export function writeAttachments(pdf: PDFDocument, files: Attachment[], date: Date): void {
  if (files.length === 0) return;
  const { context, catalog } = pdf;
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const specifications = sorted.map(({ name, type, bytes }) => {
    const file = context.flateStream(bytes, {
      Type: "EmbeddedFile",
      Subtype: type,
      Params: { Size: bytes.length, ModDate: PDFString.fromDate(date) },
    });
    const ref = context.register(file);
    return context.register(
      context.obj({
        Type: "Filespec",
        F: PDFString.of(name),
        UF: PDFHexString.fromText(name),
        Desc: PDFString.of(`Source: ${name}`),
        AFRelationship: "Source",
        EF: { F: ref, UF: ref },
      }),
    );
  });
  const names = specifications.flatMap((ref, index) => [
    PDFString.of(sorted[index]?.name ?? ""),
    ref,
  ]);
  catalog.set(PDFName.of("AF"), context.obj(specifications));
  catalog.set(PDFName.of("Names"), context.obj({ EmbeddedFiles: { Names: names } }));
}
