import type { Face } from "./faces.ts";
import { type Glyphs, shape } from "./shape.ts";
import type { Sign } from "./sign.ts";

/**
 * Shapes a word whose letters affect each other only by kerning: shapes each letter and each pair once, and builds
 * words from them. Returns null if a pair joins, moves or replaces its letters, as "fi" does; such a word needs the
 * shaper.
 */
export function shapeByPairs(face: Face, text: string, language: string): Glyphs | null {
  if (!plain.test(text)) return null;
  const table = tableOf(face, language);
  const signs = new Array<Sign>(text.length);
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
    const key = code * 0x1_0000 + next;
    let sign = table.get(key);
    if (sign === undefined) {
      sign = next === 0 ? alone(face, text[i]!, language) : before(face, text, i, language);
      table.set(key, sign);
    }
    if (sign === null) return null;
    signs[i] = sign;
    width += sign.advance;
  }
  return { face, signs, width: width * face.unit };
}

/** Letters of Latin, Greek and Cyrillic without separate marks, figures, and the marks beside words. */
const plain = /^[A-Za-z\u00c0-\u024f\u0391-\u03c9\u0400-\u0481\u048a-\u052f0-9.,;:()«»“”-]+$/;

/** By a letter's code and that of its right neighbour, 0 at the end; null if a pair is more than its letters. */
type Table = Map<number, Sign | null>;

const tables = new Map<Face, Map<string, Table>>();

function tableOf(face: Face, language: string): Table {
  const byLanguage = tables.get(face) ?? new Map<string, Table>();
  const known = byLanguage.get(language);
  if (known) return known;
  const table: Table = new Map();
  tables.set(face, byLanguage.set(language, table));
  return table;
}

function alone(face: Face, letter: string, language: string): Sign | null {
  const { signs } = shape(face, letter, false, language);
  const [sign] = signs;
  return signs.length === 1 && sign && !sign.parts ? sign : null;
}

/** The sign of the letter at `i` before its neighbour. */
function before(face: Face, text: string, i: number, language: string): Sign | null {
  const pair = text.slice(i, i + 2);
  const [first, second, ...more] = shape(face, pair, false, language).signs;
  const [left, right] = [...pair].map((letter) => alone(face, letter, language));
  if (!first || !second || more.length > 0 || first.parts || second.parts) return null;
  if (first.glyph !== left?.glyph || second.glyph !== right?.glyph) return null;
  return second.advance === right.advance ? first : null;
}
