import type { PDFDict } from "pdf-lib";
import { expect, test } from "vitest";
import { Content } from "#src/pdf/typeset/content.ts";
import { embedFonts } from "#src/pdf/typeset/embed-font.ts";
import { newInk } from "#src/pdf/typeset/ink.ts";
import { paint } from "#src/pdf/typeset/paint.ts";
import { setParagraph } from "#src/pdf/typeset/paragraph.ts";
import { library } from "#src/pdf/typeset/pdf-lib.ts";
import { readTables, tableOf } from "#src/pdf/typeset/sfnt.ts";
import { declaration } from "./support/udhr.ts";

const { decodePDFRawStream, PDFArray, PDFContext, PDFName, PDFNumber, PDFRawStream } = library;
const context = PDFContext.create();

function bytes(dictionary: PDFDict, key: string): Uint8Array {
  const stream = dictionary.lookup(PDFName.of(key));
  if (!(stream instanceof PDFRawStream)) throw new Error(`no stream ${key}`);
  return decodePDFRawStream(stream).decode();
}

/** The fonts of the Declaration in a language, taken apart. */
function fontsOf(language: string) {
  const ink = newInk();
  const direction = language === "ar" ? "rtl" : "ltr";
  const setting = { size: 10, width: 400, language, direction, align: "justify" } as const;
  const text = declaration(language).text.replaceAll("\n", " ");
  paint(new Content(), ink, setParagraph([{ text }], setting, ink, "here"), 0, 0);
  return Object.values(embedFonts(context, ink)).map((ref) => {
    const font = context.lookup(ref, library.PDFDict);
    const descendant = font
      .lookup(PDFName.of("DescendantFonts"), PDFArray)
      .lookup(0, library.PDFDict);
    const file = bytes(
      descendant.lookup(PDFName.of("FontDescriptor"), library.PDFDict),
      "FontFile2",
    );
    return {
      widths: descendant.lookup(PDFName.of("W"), PDFArray).lookup(1, PDFArray),
      map: bytes(descendant, "CIDToGIDMap"),
      tables: readTables(file),
      unicode: new TextDecoder().decode(bytes(font, "ToUnicode")),
    };
  });
}

test.each(["en", "kk", "ar"])(
  "the widths in the PDF are those in the embedded font (%s)",
  (language) => {
    const fonts = fontsOf(language);
    expect(fonts.length).toBeGreaterThan(0);
    for (const { widths, map, tables } of fonts) {
      const hmtx = tableOf(tables, "hmtx");
      const unit = 1000 / tableOf(tables, "head").getUint16(18);
      expect(map).toHaveLength(widths.size() * 2);
      for (let code = 0; code < widths.size(); code++) {
        const glyph = (map[code * 2]! << 8) | map[code * 2 + 1]!;
        const own = hmtx.getUint16(glyph * 4) * unit;
        expect(widths.lookup(code, PDFNumber).asNumber()).toBeCloseTo(own, 2);
      }
    }
  },
);

test.each(["en", "kk", "ar"])("every code leads back to some text (%s)", (language) => {
  for (const { widths, unicode } of fontsOf(language)) {
    const [, body = ""] = unicode.split("endcodespacerange");
    const rows = [...body.matchAll(/^<([0-9A-F]{4})><([0-9A-F]*)>$/gm)];
    expect(rows).toHaveLength(widths.size() - 1);
    for (const [index, [, code, text]] of rows.entries()) {
      expect(Number.parseInt(code ?? "", 16)).toBe(index + 1);
      expect(text).toMatch(/^([0-9A-F]{4})+$/);
      // ISO 19005-2, 6.2.11.7.2 forbids these three.
      expect(text).not.toMatch(/^(0000|FEFF|FFFE)$/);
    }
  }
});
