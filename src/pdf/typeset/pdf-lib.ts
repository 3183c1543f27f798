import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * Loads pdf-lib from the single file in its package instead of the 350 modules of its entry. A process that begins with
 * a document reads it in a fifth of the time.
 */
const require = createRequire(import.meta.url);
const file = join(require.resolve("pdf-lib"), "../../dist/pdf-lib.min.js");
/** All of it, for tests that inspect the output. */
export const library: typeof import("pdf-lib") = require(file);

export const {
  PDFContext,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} = library;

export type PDFContext = import("pdf-lib").PDFContext;
export type PDFDocument = import("pdf-lib").PDFDocument;
export type PDFObject = import("pdf-lib").PDFObject;
export type PDFRef = import("pdf-lib").PDFRef;
