import type { PDFDocumentProxy } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";

/** Opens a PDF with pdf.js, which is fetched when the first one is shown. Nothing of the file is run. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument, GlobalWorkerOptions } = await import("pdfjs-dist");
  GlobalWorkerOptions.workerSrc = workerUrl;
  // pdf.js takes the array for itself; the caller's stays.
  return getDocument({ data: bytes.slice(), useWasm: false }).promise;
}
