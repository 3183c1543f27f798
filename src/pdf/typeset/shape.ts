import type { Face } from "./faces.ts";
import { shaper } from "./harfbuzz.ts";

/**
 * Glyphs of one run in one face, in visual order; measures in thousandths of the em.
 * `texts[i]` is the source text that glyph i stands for: in a cluster of several glyphs the widest carries
 * the text and the others carry none, so that what is copied out of the PDF is what was put in.
 */
export type Glyphs = {
  face: Face;
  codes: number[];
  texts: string[];
  advances: number[];
  shifts: number[];
  rises: number[];
  width: number;
};

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

const monotoneCharacters = 1;
const removeDefaultIgnorables = 8;
const leftToRightRun = 4;
const rightToLeftRun = 5;

const bench = { buffer: 0, text: 0, room: 0 };

/** One buffer and one strip of memory serve all runs of the thread. */
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
  const glyphs: Glyphs = {
    face,
    codes: new Array(count),
    texts: new Array(count).fill(""),
    advances: new Array(count),
    shifts: new Array(count),
    rises: new Array(count),
    width: 0,
  };
  const clusters: number[] = new Array(count);
  for (let i = 0; i < count; i++) {
    const position = positions + i * 5;
    const advance = words[position]! * face.unit;
    glyphs.codes[i] = words[infos + i * 5]!;
    clusters[i] = words[infos + i * 5 + 2]!;
    glyphs.advances[i] = advance;
    glyphs.shifts[i] = words[position + 2]! * face.unit;
    glyphs.rises[i] = words[position + 3]! * face.unit;
    glyphs.width += advance;
  }
  giveTexts(glyphs, clusters, text, rightToLeft);
  return glyphs;
}

function giveTexts(glyphs: Glyphs, clusters: number[], text: string, rightToLeft: boolean): void {
  const count = clusters.length;
  for (let from = 0; from < count; ) {
    let to = from + 1;
    let base = from;
    while (to < count && clusters[to] === clusters[from]) {
      if (glyphs.advances[to]! > glyphs.advances[base]!) base = to;
      to++;
    }
    const next = rightToLeft ? clusters[from - 1] : clusters[to];
    glyphs.texts[base] = text.slice(clusters[from], next ?? text.length);
    from = to;
  }
}
