import { stay } from "./break.ts";
import type { Atom, Setting } from "./lines.ts";
import { shelfOf, type Word, wordOf } from "./word.ts";

/** Cuts a word that is wider than the line into pieces that fit, between user-perceived characters. */
export function splitToFit(atom: Atom, setting: Setting): Atom[] {
  const rightToLeft = atom.level % 2 === 1;
  const shelf = shelfOf(atom.style, setting.language, rightToLeft);
  const room = (setting.width * 1000 * safety) / setting.size;
  return cut(atom.word, room, rightToLeft).map((text, index) => {
    const word = wordOf(shelf, text);
    const points = (word.width * setting.size) / 1000;
    return { ...atom, word, points, before: index === 0 ? atom.before : stay };
  });
}

/** A piece may be a little wider when shaped again than it was inside the word. */
const safety = 0.96;

function cut(word: Word, room: number, backwards: boolean): string[] {
  const widths = unitWidths(word, backwards);
  const characters = new Intl.Segmenter("en", { granularity: "grapheme" });
  const pieces: string[] = [];
  let from = 0;
  let width = 0;
  for (const { segment, index } of characters.segment(word.text)) {
    let own = 0;
    for (let i = index; i < index + segment.length; i++) own += widths[i]!;
    if (width + own > room && index > from) {
      pieces.push(word.text.slice(from, index));
      from = index;
      width = 0;
    }
    width += own;
  }
  pieces.push(word.text.slice(from));
  return pieces;
}

/** Assigns advances to the UTF-16 units of their glyphs; thousandths of the nominal size. */
export function unitWidths(word: Word, backwards: boolean): Float64Array {
  const widths = new Float64Array(word.text.length);
  const logical = [...word.parts];
  if (backwards) logical.reverse();
  let at = 0;
  for (const { face, signs } of logical) {
    const ordered = backwards ? signs.toReversed() : signs;
    for (const { text, advance } of ordered) {
      const unit = Math.min(at, widths.length - 1);
      widths[unit]! += advance * face.unit * face.family.scale;
      at += text.length;
    }
  }
  return widths;
}
