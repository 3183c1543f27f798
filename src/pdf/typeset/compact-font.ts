import { compositeGlyph, type GlyphPart, remapComponents, sizeOf } from "./composite-glyph.ts";
import { readTables, tableOf, writeTables } from "./sfnt.ts";

/** What one code prints: glyphs set at places, and how far the pen moves. Font units. */
export type Outline = { parts: GlyphPart[]; advance: number };

/**
 * Rewrites a subset so that it holds one glyph per outline and nothing else, numbered from 1.
 *
 * A cluster of several glyphs, or one that the shaper moved, becomes a composite glyph with the advance of
 * the whole. So the PDF shows one code per cluster, each beginning where the last one ended: readers that
 * look for gaps find none inside a word, and no text is lost on a mark.
 *
 * @returns the file, and the glyph of each outline
 */
export function compactFont(
  subset: Uint8Array,
  outlines: Outline[],
): { file: Uint8Array; glyphs: number[] } {
  const tables = readTables(subset);
  const source = sourceOf(tables);
  const order: number[] = [0];
  const numbers = new Map<number, number>([[0, 0]]);
  const take = (glyph: number): number => {
    const known = numbers.get(glyph);
    if (known !== undefined) return known;
    numbers.set(glyph, order.length);
    order.push(glyph);
    return order.length - 1;
  };
  for (const { parts } of outlines) for (const { glyph } of parts) take(glyph);
  const made: { data: Uint8Array; advance: number }[] = [];
  // The list grows while it is walked: a composite brings its components along.
  for (let i = 0; i < order.length; i++) {
    const glyph = order[i]!;
    made.push({
      data: remapComponents(source.outline(glyph), take),
      advance: source.advance(glyph),
    });
  }
  const known = new Map<string, number>();
  const glyphs = outlines.map(({ parts, advance }) => {
    const [first] = parts;
    const plain = parts.length === 1 && first?.x === 0 && first.y === 0;
    if (plain && source.advance(first.glyph) === advance) return take(first.glyph);
    const key = `${advance} ${parts.map(({ glyph, x, y }) => `${glyph},${x},${y}`).join(" ")}`;
    const same = known.get(key);
    if (same !== undefined) return same;
    const own = parts.map((part) => ({ ...part, glyph: take(part.glyph) }));
    known.set(key, made.length);
    made.push({ data: compositeGlyph(own, (glyph) => made[glyph]!.data), advance });
    return made.length - 1;
  });
  return { file: assemble(tables, made), glyphs };
}

function sourceOf(tables: Map<string, DataView>) {
  const glyf = tableOf(tables, "glyf");
  const loca = tableOf(tables, "loca");
  const hmtx = tableOf(tables, "hmtx");
  const long = tableOf(tables, "head").getInt16(50) === 1;
  const metrics = tableOf(tables, "hhea").getUint16(34);
  const place = (glyph: number) =>
    long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2;
  return {
    outline: (glyph: number) =>
      new Uint8Array(glyf.buffer, glyf.byteOffset + place(glyph), place(glyph + 1) - place(glyph)),
    advance: (glyph: number) => hmtx.getUint16(Math.min(glyph, metrics - 1) * 4),
  };
}

/** Only the tables that a PDF needs of a TrueType font program (ISO 32000-1, 9.9). */
function assemble(
  tables: Map<string, DataView>,
  glyphs: { data: Uint8Array; advance: number }[],
): Uint8Array {
  const length = glyphs.reduce((sum, { data }) => sum + even(data.length), 0);
  const glyf = new Uint8Array(length);
  const loca = new DataView(new ArrayBuffer((glyphs.length + 1) * 4));
  const hmtx = new DataView(new ArrayBuffer(glyphs.length * 4));
  let at = 0;
  for (const [index, { data, advance }] of glyphs.entries()) {
    glyf.set(data, at);
    at += even(data.length);
    loca.setUint32((index + 1) * 4, at);
    hmtx.setUint16(index * 4, advance);
    // The left side bearing is the glyph's xMin, copied as its two bytes.
    if (data.length > 0) hmtx.setUint16(index * 4 + 2, (data[2]! << 8) | data[3]!);
  }
  const head = copyOf(tableOf(tables, "head"));
  const hhea = copyOf(tableOf(tables, "hhea"));
  const maxp = copyOf(tableOf(tables, "maxp"));
  head.setInt16(50, 1);
  hhea.setUint16(34, glyphs.length);
  hhea.setUint16(10, Math.max(...glyphs.map(({ advance }) => advance)));
  maxp.setUint16(4, glyphs.length);
  const sizes = glyphs.map(({ data }) => sizeOf(data, (glyph) => glyphs[glyph]!.data));
  maxp.setUint16(10, Math.max(maxp.getUint16(10), ...sizes.map(({ points }) => points)));
  maxp.setUint16(12, Math.max(maxp.getUint16(12), ...sizes.map(({ contours }) => contours)));
  maxp.setUint16(28, Math.max(maxp.getUint16(28), ...sizes.map(({ parts }) => parts)));
  maxp.setUint16(30, Math.max(maxp.getUint16(30), ...sizes.map(({ depth }) => depth)));
  const views = { head, hhea, hmtx, loca, maxp };
  const made = new Map<string, Uint8Array>([["glyf", glyf]]);
  for (const [tag, { buffer }] of Object.entries(views)) made.set(tag, new Uint8Array(buffer));
  return writeTables(made);
}

function even(length: number): number {
  return length + (length % 2);
}

function copyOf(view: DataView): DataView<ArrayBuffer> {
  return new DataView(new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice().buffer);
}
