/** Kinds of files that people send as PDFs, by their first bytes. */
const kinds: [begin: string, name: string][] = [
  ["PK\x03\x04", "a ZIP archive or an office document"],
  ["\xd0\xcf\x11\xe0", "an office document of the old kind"],
  ["\x89PNG", "a picture (PNG)"],
  ["\xff\xd8\xff", "a picture (JPEG)"],
  ["II*\0", "a picture (TIFF)"],
  ["MM\0*", "a picture (TIFF)"],
  ["{\\rtf", "a text (RTF)"],
  ["<!DOCTYPE", "a web page"],
  ["<html", "a web page"],
  ["<?xml", "an XML file"],
  ["%!PS", "a PostScript file"],
  ["\x1f\x8b", "a compressed file (gzip)"],
];

/** The apparent kind of a file that is not a PDF; "" if unknown. */
export function otherKind(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  return kinds.find(([begin]) => start.startsWith(begin))?.[1] ?? "";
}
