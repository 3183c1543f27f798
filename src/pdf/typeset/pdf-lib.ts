import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * pdf-lib, from the one file that its package holds beside the 350 modules of its entry: a process that begins with a
 * document reads it in a fifth of the time.
 */
const require = createRequire(import.meta.url);
const file = join(require.resolve("pdf-lib"), "../../dist/pdf-lib.min.js");
/** All of it, for tests that look into what was made. */
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
