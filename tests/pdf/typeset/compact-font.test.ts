import { expect, test } from "vitest";
import { compactFont, type Outline, programOf } from "#src/pdf/typeset/compact-font.ts";
import { faceOf } from "#src/pdf/typeset/faces.ts";
import { families } from "#src/pdf/typeset/fonts.ts";
import { readTables, tableOf } from "#src/pdf/typeset/sfnt.ts";
import { shape } from "#src/pdf/typeset/shape.ts";

const amiri = faceOf(families.find(({ name }) => name === "Amiri") ?? families[0]!, "regular");
const notdef: Outline = {
  parts: [{ glyph: 0, x: 0, y: 0 }],
  advance: amiri.advance(0) / amiri.unit,
};

function compact(text: string) {
  const outlines = shape(amiri, text, true, "ar").signs.map(
    ({ glyph, parts, advance }): Outline => ({ parts: parts ?? [{ glyph, x: 0, y: 0 }], advance }),
  );
  const all = [notdef, ...outlines];
  const { program, glyphs } = programOf(amiri, all);
  return { outlines: all, glyphs, file: compactFont(amiri, program) };
}

test("each cluster becomes one glyph with the advance of the cluster, moved marks too", () => {
  const { outlines, glyphs, file } = compact("البشريّةُ");
  const hmtx = tableOf(readTables(file), "hmtx");
  expect(outlines.some(({ parts }) => parts.some(({ x, y }) => x !== 0 || y !== 0))).toBe(true);
  expect(glyphs.map((glyph) => hmtx.getUint16(glyph * 4))).toEqual(
    outlines.map(({ advance }) => advance),
  );
});

test("the file's checksum is that of a sound font", () => {
  const { file } = compact("سلام");
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let sum = 0;
  for (let at = 0; at < file.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  expect(sum).toBe(0xb1b0afba);
});

test("every glyph lies inside the glyf table, and composites name glyphs that exist", () => {
  const { file } = compact("وبحقوقهم والحرية بالكرامة");
  const tables = readTables(file);
  const glyf = tableOf(tables, "glyf");
  const loca = tableOf(tables, "loca");
  const count = tableOf(tables, "maxp").getUint16(4);
  expect(loca.byteLength).toBe((count + 1) * 4);
  expect(loca.getUint32(count * 4)).toBe(glyf.byteLength);
  let composites = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    const at = loca.getUint32(glyph * 4);
    if (at === loca.getUint32(glyph * 4 + 4) || glyf.getInt16(at) >= 0) continue;
    composites++;
    expect(glyf.getUint16(at + 12)).toBeLessThan(count);
  }
  expect(composites).toBeGreaterThan(0);
});
