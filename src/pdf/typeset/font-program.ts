import { createHash } from "node:crypto";
import { compactFont, type Outline, programOf } from "./compact-font.ts";
import { deflate } from "./deflate.ts";
import type { Face } from "./faces.ts";

/** A font program; `length` is the uncompressed length, `tag` six capitals naming the subset (ISO 32000-1, 9.6.4). */
export type FontProgram = { bytes: Uint8Array; length: number; tag: string };

/**
 * The program that prints these outlines, and the glyph of each. Texts of one language mostly need the same letters, so
 * the last programs are cached.
 */
export function fontProgram(
  face: Face,
  outlines: Outline[],
  compressed: boolean,
): { program: FontProgram; glyphs: number[] } {
  const { program, key, glyphs } = programOf(face, outlines);
  if (!compressed) return { program: packed(compactFont(face, program), key), glyphs };
  let known = kept.get(key);
  if (known) kept.delete(key);
  else {
    const file = compactFont(face, program);
    known = { ...packed(file, key), bytes: deflate(file) };
    if (kept.size >= maxKept) kept.delete(kept.keys().next().value ?? "");
  }
  // The most recently used one comes last.
  kept.set(key, known);
  return { program: known, glyphs };
}

function packed(file: Uint8Array, key: string): FontProgram {
  return { bytes: file, length: file.length, tag: tagOf(key) };
}

const kept = new Map<string, FontProgram>();
/** Some tens of kilobytes each. */
const maxKept = 48;

/** Derived from the program's content. */
function tagOf(key: string): string {
  return [...createHash("sha256").update(key).digest().subarray(0, 6)]
    .map((byte) => String.fromCharCode(65 + (byte % 26)))
    .join("");
}
