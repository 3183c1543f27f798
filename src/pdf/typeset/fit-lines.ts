import { mayBreak, mustBreak } from "./break.ts";
import { hyphenPlaces } from "./hyphenate.ts";
import type { Atom, Setting } from "./lines.ts";
import { unitWidths } from "./split-word.ts";
import { hyphenOf, shelfOf, wordOf } from "./word.ts";

/** Candidate lines: the pieces of each, and whether the text itself ends it. */
export type Draft = { atoms: Atom[]; forced: boolean };

/**
 * Divides a paragraph so that all its lines are as even as possible, with hyphens where the language divides words
 * (Knuth and Plass, "Breaking paragraphs into lines", 1981).
 *
 * @returns null if no choice of breaks gives lines that fit, as with a word wider than the line
 */
export function fitLines(atoms: Atom[], setting: Setting): Draft[] | null {
  const drafts: Draft[] = [];
  for (const [from, to] of partsOf(atoms)) {
    const fitted = fitPart(atoms, from, to, setting);
    if (!fitted) return null;
    drafts.push(...fitted);
  }
  return drafts;
}

/** The stretches between forced line ends of the text. */
function partsOf(atoms: Atom[]): [number, number][] {
  const parts: [number, number][] = [];
  let from = 0;
  for (let i = 1; i <= atoms.length; i++) {
    if (i < atoms.length && atoms[i]!.before !== mustBreak) continue;
    parts.push([from, i]);
    from = i;
  }
  return parts;
}

/** A possible line end: before an atom, or after `unit` UTF-16 units of it, with a hyphen. */
type Place = {
  atom: number;
  unit: number;
  /** Natural width and number of spaces from the part's start to here, as the end of a line … */
  endWidth: number;
  endGaps: number;
  /** … and as the beginning of the next. */
  startWidth: number;
  startGaps: number;
  hyphen: boolean;
};

type Node = { place: Place; line: number; demerits: number; previous: Node | null };

// How much a space can stretch and shrink, as a fraction of an em, after TeX's Computer Modern.
const gives = 0.166;
const takes = 0.09;
const hyphenPenalty = 110;
const doubleHyphen = 20_000;
const wordAlone = 4_000;
// More than the worst line costs.
const halfWordAlone = 1e13;

function fitPart(atoms: Atom[], from: number, to: number, setting: Setting): Draft[] | null {
  const places = placesOf(atoms, from, to, setting);
  const [begin] = places;
  const end = places.at(-1);
  if (!begin || !end) return null;
  let active: Node[] = [{ place: begin, line: 0, demerits: 0, previous: null }];
  for (const place of places.slice(1)) {
    const last = place === end;
    let best: Node | null = null;
    const kept: Node[] = [];
    for (const node of active) {
      const width = place.endWidth - node.place.startWidth;
      const gaps = place.endGaps - node.place.startGaps;
      const free = setting.width - width;
      if (free >= -gaps * takes * setting.size - 0.01) {
        const demerits = node.demerits + cost(free, gaps, last, node, place, setting);
        if (!best || demerits < best.demerits) {
          best = { place, line: node.line + 1, demerits, previous: node };
        }
      }
      // A line from there only gets longer from here on.
      if (free >= -width * 0.1 - setting.size) kept.push(node);
    }
    active = best ? [...kept, best] : kept;
    if (active.length === 0) return null;
    if (last) return best ? linesTo(best, atoms, setting) : null;
  }
  return null;
}

function cost(
  free: number,
  gaps: number,
  last: boolean,
  node: Node,
  place: Place,
  { size, width }: Setting,
): number {
  if (last && free >= 0) {
    if (!node.previous || gaps > 0) return 1;
    // Half a word alone on the last line looks lost, and a short word not much better.
    return node.place.hyphen ? halfWordAlone : free > width * 0.85 ? wordAlone : 1;
  }
  const give = Math.max(gaps, 0.3) * size * (free >= 0 ? gives : takes);
  const ratio = Math.abs(free) / give;
  const badness = Math.min(100 * ratio ** 3, 1_000_000);
  const penalty = place.hyphen ? hyphenPenalty : 0;
  const double = place.hyphen && node.place.hyphen ? doubleHyphen : 0;
  return (1 + badness) ** 2 + penalty ** 2 + double;
}

function placesOf(atoms: Atom[], from: number, to: number, setting: Setting): Place[] {
  const start = { atom: from, unit: 0, endWidth: 0, endGaps: 0, hyphen: false };
  const places: Place[] = [{ ...start, startWidth: 0, startGaps: 0 }];
  let [width, gaps] = [0, 0];
  // Without the spaces before this atom, which would hang after the line.
  let [inkWidth, inkGaps] = [0, 0];
  for (let i = from; i < to; i++) {
    const atom = atoms[i]!;
    if (i > from && atom.before === mayBreak && !atom.space) {
      places.push({
        ...{ atom: i, unit: 0, hyphen: false },
        ...{ endWidth: inkWidth, endGaps: inkGaps, startWidth: width, startGaps: gaps },
      });
    }
    if (!atom.space && atom.level % 2 === 0) {
      for (const { unit, reached, hyphen } of hyphenated(atom, setting)) {
        const at = width + reached;
        places.push({
          ...{ atom: i, unit, hyphen: true, endWidth: at + hyphen, endGaps: gaps },
          ...{ startWidth: at, startGaps: gaps },
        });
      }
    }
    width += atom.points;
    if (atom.space) gaps++;
    else [inkWidth, inkGaps] = [width, gaps];
  }
  const end = { endWidth: inkWidth, endGaps: inkGaps, startWidth: width, startGaps: gaps };
  places.push({ atom: to, unit: 0, hyphen: false, ...end });
  return places;
}

/** A word's possible divisions, and its width up to each, in points. */
function hyphenated(atom: Atom, setting: Setting) {
  const units = hyphenPlaces(atom.word.text, setting.language);
  if (units.length === 0) return [];
  const widths = unitWidths(atom.word, false);
  const hyphen = (hyphenOf(shelf(atom, setting)).width * setting.size) / 1000;
  let [at, reached] = [0, 0];
  return units.map((unit) => {
    for (; at < unit; at++) reached += widths[at]!;
    return { unit, reached: (reached * setting.size) / 1000, hyphen };
  });
}

function shelf(atom: Atom, setting: Setting) {
  return shelfOf(atom.style, setting.language, false);
}

function linesTo(end: Node, atoms: Atom[], setting: Setting): Draft[] {
  const places: Place[] = [];
  for (let node: Node | null = end; node; node = node.previous) places.unshift(node.place);
  return places.slice(1).map((place, index) => ({
    atoms: between(places[index]!, place, atoms, setting),
    forced: index === places.length - 2,
  }));
}

/** The atoms of a line, with the halves of words that a hyphen divides. */
function between(start: Place, end: Place, atoms: Atom[], setting: Setting): Atom[] {
  const line = atoms.slice(start.atom, end.unit > 0 ? end.atom + 1 : end.atom);
  const first = line[0];
  if (first && start.unit > 0) {
    const text = first.word.text.slice(start.unit, end.atom === start.atom ? end.unit : undefined);
    line[0] = piece(first, text, setting);
  }
  const last = line.at(-1);
  if (last && end.unit > 0) {
    if (start.atom !== end.atom || start.unit === 0) {
      line[line.length - 1] = piece(last, last.word.text.slice(0, end.unit), setting);
    }
    const word = hyphenOf(shelf(last, setting));
    line.push({ ...last, word, points: (word.width * setting.size) / 1000 });
  }
  return line;
}

function piece(atom: Atom, text: string, setting: Setting): Atom {
  const word = wordOf(shelf(atom, setting), text);
  return { ...atom, word, points: (word.width * setting.size) / 1000 };
}
