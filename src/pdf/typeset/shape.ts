import type { GlyphPart } from "./composite-glyph.ts";
import type { Face } from "./faces.ts";
import { shaper } from "./harfbuzz.ts";
import { composedSign, plainSign, type Sign } from "./sign.ts";

/** The signs of one run in one face, in visual order; `width` in thousandths of the em. */
export type Glyphs = { face: Face; signs: Sign[]; width: number };

/** Shapes a run of one face and one direction. */
export function shape(face: Face, text: string, rightToLeft: boolean, language: string): Glyphs {
  const module = shaper();
  const bench = workbench(text.length);
  const memory = new Uint16Array(module.memory.buffer, bench.text, text.length);
  for (let i = 0; i < text.length; i++) memory[i] = text.charCodeAt(i);
  module.hb_buffer_reset(bench.buffer);
  module.hb_buffer_set_cluster_level(bench.buffer, monotoneCharacters);
  module.hb_buffer_set_flags(bench.buffer, removeDefaultIgnorables);
  module.hb_buffer_add_utf16(bench.buffer, bench.text, text.length, 0, text.length);
  module.hb_buffer_set_direction(bench.buffer, rightToLeft ? rightToLeftRun : leftToRightRun);
  module.hb_buffer_set_language(bench.buffer, languageCode(language));
  module.hb_buffer_guess_segment_properties(bench.buffer);
  module.hb_shape(face.font, bench.buffer, 0, 0);
  return read(face, text, rightToLeft, bench.buffer);
}

/**
 * Shapes words of one face and one direction together, as if each were shaped alone: the separator between them is a
 * character that no font has and that joins nothing. Pays the shaper's fixed cost per call only once.
 */
export function shapeWords(
  face: Face,
  words: string[],
  rightToLeft: boolean,
  language: string,
): Glyphs[] {
  const { signs } = shape(face, words.join(separator), rightToLeft, language);
  if (rightToLeft) signs.reverse();
  let from = 0;
  return words.map(() => {
    let to = from;
    let width = 0;
    for (; to < signs.length && signs[to]!.text !== separator; to++) width += signs[to]!.advance;
    const own = signs.slice(from, to);
    from = to + 1;
    return { face, signs: rightToLeft ? own.reverse() : own, width: width * face.unit };
  });
}

/** The first of the private use area. */
const separator = "\ue000";

const monotoneCharacters = 1;
const removeDefaultIgnorables = 8;
const leftToRightRun = 4;
const rightToLeftRun = 5;

const bench = { buffer: 0, text: 0, room: 0 };

/** One buffer and one block of memory serve all runs of the thread. */
function workbench(length: number) {
  const module = shaper();
  if (bench.buffer === 0) bench.buffer = module.hb_buffer_create();
  if (bench.room < length) {
    if (bench.text !== 0) module.free(bench.text);
    bench.room = Math.max(1024, length * 2);
    bench.text = module.malloc(bench.room * 2);
  }
  return bench;
}

const languageCodes = new Map<string, number>();

function languageCode(language: string): number {
  const known = languageCodes.get(language);
  if (known !== undefined) return known;
  const module = shaper();
  const bytes = new TextEncoder().encode(language);
  const address = module.malloc(bytes.length + 1);
  new Uint8Array(module.memory.buffer, address, bytes.length + 1).set([...bytes, 0]);
  const code = module.hb_language_from_string(address, bytes.length);
  module.free(address);
  languageCodes.set(language, code);
  return code;
}

/** hb_glyph_info_t and hb_glyph_position_t are five 32-bit words each. */
function read(face: Face, text: string, rightToLeft: boolean, buffer: number): Glyphs {
  const module = shaper();
  const count = module.hb_buffer_get_length(buffer);
  const infos = module.hb_buffer_get_glyph_infos(buffer, 0) >> 2;
  const positions = module.hb_buffer_get_glyph_positions(buffer, 0) >> 2;
  const words = new Int32Array(module.memory.buffer);
  const cluster = (i: number) => (i < 0 || i >= count ? text.length : words[infos + i * 5 + 2]!);
  const signs: Sign[] = [];
  let total = 0;
  for (let from = 0; from < count; ) {
    const start = cluster(from);
    let to = from + 1;
    while (to < count && cluster(to) === start) to++;
    const end = rightToLeft ? cluster(from - 1) : cluster(to);
    const made = sign(face, text.slice(start, end), words, infos, positions, from, to);
    signs.push(made);
    total += made.advance;
    from = to;
  }
  return { face, signs, width: total * face.unit };
}

/** The sign of the glyphs from one number to another. */
function sign(
  face: Face,
  text: string,
  words: Int32Array,
  infos: number,
  positions: number,
  from: number,
  to: number,
): Sign {
  const first = positions + from * 5;
  if (to === from + 1 && words[first + 2] === 0 && words[first + 3] === 0) {
    const glyph = words[infos + from * 5]!;
    const advance = words[first]!;
    // The line applies ordinary kerning; a wide step would look like a space to a reader of the PDF.
    const kerned = Math.abs(advance * face.unit - face.advance(glyph)) <= widestKern;
    if (kerned) return plainSign(face, glyph, text, advance);
  }
  const parts: GlyphPart[] = [];
  let advance = 0;
  for (let i = from; i < to; i++) {
    const at = positions + i * 5;
    parts.push({ glyph: words[infos + i * 5]!, x: advance + words[at + 2]!, y: words[at + 3]! });
    advance += words[at]!;
  }
  return composedSign(face, text, parts, advance);
}

/** Thousandths of the em. */
const widestKern = 60;
