import type { Face } from "./faces.ts";
import { loadSubsetter, put, type Subsetter, subsetter } from "./harfbuzz.ts";
import { readTables, tableOf } from "./sfnt.ts";

/**
 * A TrueType file with the outlines of these glyphs only. Glyph numbers stay as they were, because the
 * module does not hand out its map of new numbers; empty slots cost little once deflated.
 */
export function subset(face: Face, glyphs: Iterable<number>): Uint8Array {
  const { module, source } = sourceOf(face);
  const input = module.hb_subset_input_create_or_fail();
  const wanted = module.hb_subset_input_glyph_set(input);
  for (const glyph of glyphs) module.hb_set_add(wanted, glyph);
  const dropped = module.hb_subset_input_set(input, droppedTables);
  for (const tag of unneeded) module.hb_set_add(dropped, tagCode(tag));
  module.hb_subset_input_set_flags(input, noHints | retainGlyphNumbers | noLayoutClosure);
  const made = module.hb_subset_or_fail(source, input);
  module.hb_subset_input_destroy(input);
  if (made === 0) throw new Error(`no subset of ${face.name}`);
  const blob = module.hb_face_reference_blob(made);
  const from = module.hb_blob_get_data(blob, 0);
  const length = module.hb_blob_get_length(blob);
  const bytes = new Uint8Array(module.memory.buffer).slice(from, from + length);
  module.hb_blob_destroy(blob);
  module.hb_face_destroy(made);
  return bytes;
}

const wholes = new Map<Face, Uint8Array>();

/**
 * The same for those who set a few words at a time in the same few faces: the outlines of every glyph, made once
 * for a process, of which they take what they need. Of a large face only what is wanted.
 */
export function subsetAtOnce(face: Face, glyphs: Iterable<number>): Uint8Array {
  if (face.bytes.length > large) return subset(face, glyphs);
  const known = wholes.get(face);
  if (known) return known;
  const count = tableOf(readTables(face.bytes), "maxp").getUint16(4);
  const made = subset(face, Array(count).keys());
  wholes.set(face, made);
  return made;
}

// hb_subset_flags_t
const noHints = 0x1;
const retainGlyphNumbers = 0x2;
const noLayoutClosure = 0x200;
/** HB_SUBSET_SETS_DROP_TABLE_TAG */
const droppedTables = 3;

/** Tables that serve shaping, naming and screens: the PDF holds shaped glyphs and its own maps. */
const unneeded = [
  "GSUB",
  "GPOS",
  "GDEF",
  "BASE",
  "JSTF",
  "DSIG",
  "STAT",
  "MATH",
  "COLR",
  "CPAL",
  "meta",
  "vhea",
  "vmtx",
  "VORG",
  "name",
];

function tagCode(tag: string): number {
  let code = 0;
  for (let i = 0; i < 4; i++) code = (code << 8) + tag.charCodeAt(i);
  return code;
}

type Source = { module: Subsetter; source: number; prepared: boolean };
const sources = new Map<Face, Source>();
const large = 4_000_000;

/**
 * The whole font in a subsetter's memory. From its second subset on it is prepared for more, which takes as long as
 * many subsets do and would only hold up the first document of a process.
 */
function sourceOf(face: Face): Source {
  const known = sources.get(face);
  if (known) {
    if (!known.prepared) known.source = known.module.hb_subset_preprocess(known.source);
    known.prepared = true;
    return known;
  }
  const module = face.bytes.length > large ? loadSubsetter() : subsetter();
  const address = put(module, face.bytes);
  const blob = module.hb_blob_create(address, face.bytes.length, 2, 0, 0);
  const source = { module, source: module.hb_face_create(blob, 0), prepared: false };
  sources.set(face, source);
  return source;
}
