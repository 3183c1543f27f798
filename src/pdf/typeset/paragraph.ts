import { directRuns, reorder } from "./bidi.ts";
import { breaksOf, mayBreak, mustBreak, stay } from "./break.ts";
import { type Draft, fitLines } from "./fit-lines.ts";
import { familyOf, type Style } from "./fonts.ts";
import type { Ink } from "./ink.ts";
import type { Atom, Line, Paragraph, Setting, Span } from "./lines.ts";
import { splitToFit } from "./split-word.ts";
import { type Shelf, shapeAhead, shelfOf, spaceOf, type Word, wordOf } from "./word.ts";

export type Run = { text: string; style?: Style; span?: Span };

/**
 * Sets one paragraph. Keeps the text as it is: adds and replaces no character. A word wider than the line breaks
 * between characters, so nothing is ever clipped. Characters that no font prints are noted in `ink.missing` under
 * `place`.
 */
export function setParagraph(runs: Run[], setting: Setting, ink: Ink, place: string): Paragraph {
  const atoms = atomsOf(runs, setting, ink, place);
  const lines = (setting.even && fitLines(atoms, setting)) || balanced(atoms, setting);
  const base = setting.direction === "rtl" ? 1 : 0;
  return {
    lines: lines.map((line, index) => finish(line, index === lines.length - 1, setting, base)),
    leading: setting.leading ?? setting.size * familyOf(setting.language).leading,
    size: setting.size,
    width: setting.width,
    direction: setting.direction,
    spanned: runs.some(({ span }) => span),
  };
}

/** The pieces of a paragraph in the order of the text, between which lines may break. */
export function atomsOf(runs: Run[], setting: Setting, ink: Ink, place: string): Atom[] {
  const all = runs.map((run) => run.text);
  const { texts, levels, quoted } = directRuns(all, setting.direction);
  const text = texts.length === 1 ? (texts[0] ?? "") : texts.join("");
  const breaks = breaksOf(text);
  const atoms: Atom[] = [];
  let at = 0;
  for (const [index, run] of runs.entries()) {
    const own = texts[index] ?? "";
    const style = run.style ?? setting.style ?? "regular";
    const end = at + own.length;
    const forward = shelfOf(style, setting.language, false);
    // Figures and marks of a quote in Latin letters use its letters' font.
    const latin = quoted && shelfOf(style, "en", false);
    const backward = levels && shelfOf(style, setting.language, true);
    if (backward) shapeAhead(backward, own);
    while (at < end) {
      let to = at + 1;
      const level = levels?.[at] ?? 0;
      const space = isSpace(text.charCodeAt(at));
      if (!space) {
        while (to < end && breaks[to] === stay && !isSpace(text.charCodeAt(to))) {
          if (levels && levels[to] !== level) break;
          if (quoted && quoted[to] !== quoted[at]) break;
          to++;
        }
      }
      const ahead = latin && quoted[at] === 1 ? latin : forward;
      const shelf = backward && level % 2 === 1 ? backward : ahead;
      const word = wordAt(shelf, text, at, to);
      if (word.missing.length > 0) for (const missing of word.missing) ink.miss(missing, place);
      const points = (word.width * setting.size) / 1000;
      const { span } = run;
      atoms.push({ word, space, level, style, span, before: breaks[at] ?? stay, points });
      at = to;
    }
  }
  return atoms;
}

function wordAt(shelf: Shelf, text: string, from: number, to: number): Word {
  const first = text.charCodeAt(from);
  if (first === 0x20) return spaceOf(shelf);
  // A line end prints nothing.
  return wordOf(shelf, first === 0x0a ? "" : text.slice(from, to));
}

/** The spaces that stretch: space and no-break space; and the line end, which has no width. */
function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0 || unit === 0x0a;
}

/** Makes centred lines about equally long: the narrowest measure that needs no more lines. */
function balanced(atoms: Atom[], setting: Setting): Draft[] {
  let best = fill(atoms, setting);
  if (setting.align !== "center" || best.every(({ forced }) => forced)) return best;
  let [narrow, wide] = [widestOf(atoms), setting.width];
  while (wide - narrow > 4) {
    const width = (narrow + wide) / 2;
    const lines = fill(atoms, { ...setting, width });
    if (lines.length <= best.length) [best, wide] = [lines, width];
    else narrow = width;
  }
  return best;
}

/** The widest stretch without a line break, in points. */
export function widestOf(atoms: Atom[]): number {
  let [widest, run, gap] = [0, 0, 0];
  for (const { before, space, points } of atoms) {
    if (space) gap += points;
    else {
      run = before === stay ? run + gap + points : points;
      gap = 0;
      widest = Math.max(widest, run);
    }
  }
  return widest;
}

/** First fit. A line without a break opportunity breaks between pieces, then between characters. */
function fill(atoms: Atom[], setting: Setting): Draft[] {
  const lines: Draft[] = [];
  let line: Atom[] = [];
  let width = 0;
  let lastBreak = 0;
  const close = (count: number, forced: boolean) => {
    const rest = line.slice(count);
    lines.push({ atoms: line.slice(0, count), forced });
    line = [];
    width = 0;
    lastBreak = 0;
    for (const atom of rest) add(atom);
  };
  const add = (atom: Atom) => {
    if (line.length > 0 && atom.before === mustBreak) close(line.length, true);
    if (line.length > 0 && atom.before === mayBreak) lastBreak = line.length;
    if (!atom.space && width + atom.points > setting.width + 0.01) {
      if (lastBreak > 0) {
        close(lastBreak, false);
        add(atom);
        return;
      }
      if (line.length > 0) close(line.length, false);
      if (atom.points > setting.width) {
        for (const piece of splitToFit(atom, setting)) {
          if (line.length > 0) close(line.length, false);
          line.push(piece);
          width = piece.points;
        }
        return;
      }
    }
    line.push(atom);
    width += atom.points;
  };
  for (const atom of atoms) add(atom);
  if (line.length > 0) lines.push({ atoms: line, forced: true });
  return lines;
}

const widestGap = 1.5;

function finish(draft: Draft, last: boolean, setting: Setting, base: number): Line {
  const pieces = draft.atoms;
  let trailing = pieces.length;
  while (trailing > 0 && pieces[trailing - 1]?.space) trailing--;
  let width = 0;
  let gaps = 0;
  let hanging = 0;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    if (index >= trailing) {
      // UAX #9, rule L1: spaces at the end of a line take the direction of the paragraph.
      piece.level = base;
      piece.space = false;
      hanging += piece.points;
      continue;
    }
    width += piece.points;
    if (piece.space) gaps++;
  }
  const free = setting.width - width;
  const justified =
    gaps > 0 && (free < 0 || (setting.align === "justify" && !last && !draft.forced));
  let stretch = justified ? free / gaps : 0;
  if (stretch > widestGap * setting.size) stretch = 0;
  const slack = free - stretch * gaps;
  const atEnd = setting.align === "end" ? base === 0 : setting.align !== "center" && base === 1;
  let left = setting.align === "center" ? slack / 2 : atEnd ? slack : 0;
  if (base === 1) left -= hanging;
  if (base === 1 || pieces.some((piece) => piece.level > 0)) reorder(pieces, (p) => p.level);
  return { pieces, width, left, stretch };
}
