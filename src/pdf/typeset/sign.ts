import type { GlyphPart } from "./composite-glyph.ts";
import type { Face } from "./faces.ts";

/**
 * One cluster: the glyphs for one piece of source text. A single glyph at the pen's position has no `parts`; several
 * glyphs, or one that the shaper moved, list their offsets from the pen in font units.
 */
export type Sign = {
  /** Equal for signs of one face with the same print and the same text. */
  key: string;
  /** A number for the key; after many signs the same key may get another. */
  id: number;
  text: string;
  glyph: number;
  parts?: GlyphPart[];
  advance: number;
  /** How much kerning reduces the glyph's own advance, in tenths of thousandths of the em. */
  back: number;
};

/** The sign of one glyph at the pen's position; created once per face, since texts use few. */
export function plainSign(face: Face, glyph: number, text: string, advance: number): Sign {
  const { plain } = tableOf(face);
  const place = text.length === 1 ? glyph * 0x1_0000 + text.charCodeAt(0) : `${glyph} ${text}`;
  const known = plain.get(place);
  if (!known) {
    const key = `${glyph} ${text}`;
    const back = backOf(face, glyph, advance);
    const made = { key, id: nextId(face), text, glyph, advance, back };
    plain.set(place, [made]);
    return made;
  }
  for (const sign of known) if (sign.advance === advance) return sign;
  const kerned = { ...known[0]!, advance, back: backOf(face, glyph, advance) };
  known.push(kerned);
  return kerned;
}

/** The sign of several glyphs, or of one that was moved. */
export function composedSign(face: Face, text: string, parts: GlyphPart[], advance: number): Sign {
  const { composed } = tableOf(face);
  const outline = parts.map(({ glyph, x, y }) => `${glyph},${x},${y}`).join(" ");
  const key = `${advance}:${outline} ${text}`;
  const known = composed.get(key);
  if (known) return known;
  const glyph = parts[0]!.glyph;
  const made = { key, id: nextId(face), text, glyph, parts, advance, back: 0 };
  composed.set(key, made);
  return made;
}

type Table = { plain: Map<number | string, Sign[]>; composed: Map<string, Sign>; ids: number };

const tables = new Map<Face, Table>();
/** More glyphs than a text uses of any face; numbers are not reused. */
const maxKept = 40_000;

function tableOf(face: Face): Table {
  const known = tables.get(face);
  if (known) return known;
  const table: Table = { plain: new Map(), composed: new Map(), ids: 0 };
  tables.set(face, table);
  return table;
}

function nextId(face: Face): number {
  const table = tableOf(face);
  if (table.plain.size + table.composed.size >= maxKept) {
    table.plain.clear();
    table.composed.clear();
  }
  return table.ids++;
}

function backOf(face: Face, glyph: number, advance: number): number {
  const back = face.advance(glyph) - advance * face.unit;
  return Math.abs(back) >= 0.05 ? Math.round(back * 10) : 0;
}
