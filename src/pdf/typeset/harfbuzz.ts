import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * The shaper of the harfbuzzjs package, called directly: its wrapper allocates an object per glyph and copies the whole
 * text for every word, which costs more than the shaping.
 */
export function shaper(): Shaper {
  loadedShaper ??= loadShaper();
  return loadedShaper;
}

/** Copies bytes into the shaper's memory and returns the address; the caller frees it, or keeps it for good. */
export function put({ memory, malloc }: Shaper, bytes: Uint8Array): number {
  const address = malloc(bytes.length);
  new Uint8Array(memory.buffer, address, bytes.length).set(bytes);
  return address;
}

export type Shaper = {
  memory: WebAssembly.Memory;
  malloc(size: number): number;
  free(address: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, free: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_set_create(): number;
  hb_set_destroy(set: number): void;
  __wasm_call_ctors(): void;
  hb_face_collect_unicodes(face: number, set: number): void;
  hb_set_get_population(set: number): number;
  hb_set_next_many(set: number, after: number, out: number, size: number): number;
  hb_font_create(face: number): number;
  hb_language_from_string(text: number, length: number): number;
  hb_buffer_create(): number;
  hb_buffer_reset(buffer: number): void;
  hb_buffer_set_direction(buffer: number, direction: number): void;
  hb_buffer_set_language(buffer: number, language: number): void;
  hb_buffer_set_flags(buffer: number, flags: number): void;
  hb_buffer_set_cluster_level(buffer: number, level: number): void;
  hb_buffer_guess_segment_properties(buffer: number): void;
  hb_buffer_add_utf16(b: number, text: number, length: number, from: number, count: number): void;
  hb_buffer_get_glyph_infos(buffer: number, length: number): number;
  hb_buffer_get_glyph_positions(buffer: number, length: number): number;
  hb_buffer_get_length(buffer: number): number;
  hb_shape(font: number, buffer: number, features: number, count: number): void;
};

let loadedShaper: Shaper | undefined;

function loadShaper(): Shaper {
  const refuse = () => {
    throw new Error("HarfBuzz stopped");
  };
  const system = {
    proc_exit: refuse,
    _abort_js: refuse,
    _emscripten_runtime_keepalive_clear: () => {},
    _setitimer_js: () => 0,
    emscripten_resize_heap: (size: number) => grow(module.memory, size >>> 0),
  };
  const module = instantiate({ env: system, wasi_snapshot_preview1: system });
  module.__wasm_call_ctors();
  return module;
}

function grow(memory: WebAssembly.Memory, wanted: number): number {
  const missing = Math.ceil((wanted - memory.buffer.byteLength) / 65_536);
  try {
    memory.grow(Math.max(missing, 64));
    return 1;
  } catch {
    return 0;
  }
}

function instantiate(imports: WebAssembly.Imports): Shaper {
  const path = createRequire(import.meta.url).resolve("harfbuzzjs/dist/harfbuzz.wasm");
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)), imports);
  // A module's exports have no types; the table above is their declaration.
  return instance.exports as Shaper;
}
