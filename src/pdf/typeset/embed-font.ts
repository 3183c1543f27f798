import { embedDeflated, embedStream } from "./embed-stream.ts";
import { fontProgram } from "./font-program.ts";
import type { Ink, InkFont } from "./ink.ts";
import { type PDFContext, PDFName, type PDFRef, PDFString } from "./pdf-lib.ts";
import { toUnicode } from "./to-unicode.ts";

/** `small` for a file, as small as possible; `quick` for a few words at a time, at once. */
export type Packing = "small" | "quick";

/** Embeds the used fonts and returns the Font dictionary of the resources: `{ F1: ref, … }`. */
export function embedFonts(
  context: PDFContext,
  ink: Ink,
  packing: Packing = "small",
): Record<string, PDFRef> {
  const fonts: Record<string, PDFRef> = {};
  for (const font of ink.fonts.values()) {
    if (font.entries.length > 1) fonts[font.name] = embedFont(context, font, packing);
  }
  return fonts;
}

/** A composite font, Type0 over CIDFontType2 with Identity-H (ISO 32000-1, 9.7). */
function embedFont(context: PDFContext, font: InkFont, packing: Packing): PDFRef {
  const small = packing === "small";
  const stream = (bytes: Uint8Array) =>
    small ? embedStream(context, bytes) : context.register(context.stream(bytes));
  const { face, entries } = font;
  const { program, glyphs } = fontProgram(face, entries, small);
  const name = PDFName.of(`${program.tag}+${face.name}`);
  const descriptor = context.register(
    context.obj({
      Type: "FontDescriptor",
      FontName: name,
      // Symbolic: the codes are ours.
      Flags: 4,
      FontBBox: face.box,
      ItalicAngle: face.italicAngle,
      Ascent: face.ascent,
      Descent: face.descent,
      CapHeight: face.capHeight,
      StemV: face.style.startsWith("bold") ? 140 : 80,
      FontFile2: small
        ? embedDeflated(context, program.bytes, { Length1: program.length })
        : context.register(context.stream(program.bytes, { Length1: program.length })),
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: "Font",
      Subtype: "CIDFontType2",
      BaseFont: name,
      CIDSystemInfo: {
        Registry: PDFString.of("Adobe"),
        Ordering: PDFString.of("Identity"),
        Supplement: 0,
      },
      FontDescriptor: descriptor,
      DW: 1000,
      W: [0, entries.map(({ advance }) => Math.round(advance * face.unit * 1000) / 1000)],
      CIDToGIDMap: stream(glyphMap(glyphs)),
    }),
  );
  return context.register(
    context.obj({
      Type: "Font",
      Subtype: "Type0",
      BaseFont: name,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: stream(Buffer.from(toUnicode(entries), "latin1")),
    }),
  );
}

function glyphMap(glyphs: number[]): Uint8Array {
  const map = new Uint8Array(glyphs.length * 2);
  for (const [code, glyph] of glyphs.entries()) {
    map[code * 2] = glyph >> 8;
    map[code * 2 + 1] = glyph & 0xff;
  }
  return map;
}
