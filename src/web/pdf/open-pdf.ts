import type { PDFDocumentProxy } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";

/** Opens a PDF with pdf.js, which is loaded when the first PDF is shown. Scripts in the file are not run. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument, GlobalWorkerOptions } = await import("pdfjs-dist");
  GlobalWorkerOptions.workerSrc = workerUrl;
  // pdf.js takes ownership of its array, so it gets a copy.
  return getDocument({ data: bytes.slice(), useWasm: false }).promise;
}
