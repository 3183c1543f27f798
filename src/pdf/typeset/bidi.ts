import bidiFactory, { type Bidi } from "bidi-js";
import { withoutIsolates } from "#src/text/isolate.ts";

/** UAX #9 embedding levels per UTF-16 unit; undefined if the whole paragraph runs left to right. */
export function levelsOf(text: string, direction: "ltr" | "rtl"): Uint8Array | undefined {
  if (direction === "ltr" && !rightToLeftText.test(text)) return undefined;
  if (direction === "rtl" && onlyRightToLeft.test(text)) return new Uint8Array(text.length).fill(1);
  return bidi.getEmbeddingLevels(text, direction).levels;
}

/** The printed text of a paragraph's runs, and its direction; one entry per UTF-16 unit. */
export type Directed = {
  texts: string[];
  levels: Uint8Array | undefined;
  /** 1 inside a left-to-right quotation in a right-to-left line; undefined if there is none. */
  quoted: Uint8Array | undefined;
};

/**
 * Directs the runs of a paragraph, which may contain isolates (U+2066 to U+2069). These set the levels of the text
 * between them and are removed, so that they are neither shaped nor read back from the file.
 */
export function directRuns(texts: string[], direction: "ltr" | "rtl"): Directed {
  const text = texts.length === 1 ? (texts[0] ?? "") : texts.join("");
  const levels = levelsOf(text, direction);
  if (!isolates.test(text)) return { texts, levels, quoted: undefined };
  const shown = (all: Uint8Array) => all.filter((_, at) => !isolates.test(text[at] ?? ""));
  return {
    texts: texts.map(withoutIsolates),
    levels: levels && shown(levels),
    quoted: direction === "rtl" ? shown(quotedIn(text)) : undefined,
  };
}

const isolates = /[\u2066-\u2069]/;

/** Marks the text inside left-to-right isolates. */
function quotedIn(text: string): Uint8Array {
  const marks = new Uint8Array(text.length);
  const open = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text[at] ?? "";
    if (unit === "\u2069") {
      if (open.length > 1) open.pop();
    } else if (isolates.test(unit)) {
      const [letter = ""] = /\p{L}/u.exec(text.slice(at, text.indexOf("\u2069", at))) ?? [];
      open.push(unit === "\u2067" || rightToLeftText.test(letter) ? 0 : 1);
    }
    marks[at] = open.at(-1)!;
  }
  return marks;
}

/** Puts the pieces of one line in visual order (UAX #9, rule L2). `levelOf` gives a piece's level. */
export function reorder<Piece>(pieces: Piece[], levelOf: (piece: Piece) => number): void {
  let highest = 0;
  let lowestOdd = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    const level = levelOf(piece);
    highest = Math.max(highest, level);
    if (level % 2 === 1) lowestOdd = Math.min(lowestOdd, level);
  }
  for (let level = highest; level >= lowestOdd; level--) reverseRuns(pieces, level, levelOf);
}

// The package declares an ES module, but Node loads its CommonJS file, whose only export is the factory.
const bidi: Bidi = (bidiFactory as unknown as () => Bidi)();

/** Hebrew to Arabic Extended, presentation forms, the right-to-left planes, and direction marks. */
const rightToLeftText =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b]/;

/** Arabic and Hebrew letters, spaces, and neutral marks, which take the direction of their neighbours. */
const onlyRightToLeft =
  /^[\u05d0-\u05ea\u0621-\u064a\u0671-\u06d3\u060c\u061b\u061f \n.,:;!«»"'\u2018-\u201e\u2026\u00a0-]*$/;

function reverseRuns<Piece>(pieces: Piece[], level: number, levelOf: (piece: Piece) => number) {
  for (let from = 0; from < pieces.length; from++) {
    if (levelOf(pieces[from]!) < level) continue;
    let to = from;
    while (to + 1 < pieces.length && levelOf(pieces[to + 1]!) >= level) to++;
    for (let a = from, b = to; a < b; a++, b--) {
      const piece = pieces[a]!;
      pieces[a] = pieces[b]!;
      pieces[b] = piece;
    }
    from = to;
  }
}
