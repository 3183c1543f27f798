import { deflate } from "./deflate.ts";
import { type PDFContext, PDFRawStream, type PDFRef } from "./pdf-lib.ts";

type More = Record<string, number>;

/** Registers bytes as a compressed stream and adds `more` to its dictionary. */
export function embedStream(context: PDFContext, bytes: Uint8Array, more: More = {}): PDFRef {
  return embedDeflated(context, deflate(bytes), more);
}

/** The same for bytes that are already compressed. */
export function embedDeflated(context: PDFContext, deflated: Uint8Array, more: More = {}): PDFRef {
  const dictionary = context.obj({ ...more, Filter: "FlateDecode", Length: deflated.length });
  return context.register(PDFRawStream.of(dictionary, deflated));
}
