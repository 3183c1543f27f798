import { fold, foldWithPlaces, isUnspaced } from "./fold.ts";

/** A piece of a text with the words found, and their positions in it, in UTF-16 code units. */
export type Excerpt = { excerpt: string; hits: { start: number; end: number }[] };

const around = 90;

/**
 * The line with most of the wanted words, as `read` displays it, cut to about two hundred characters around the first
 * of them. The last word may be a prefix. A caller that looks at many texts can keep the folded lines in `folded`.
 */
export function excerptOf(
  lines: string[],
  asked: string,
  read: (line: string, at: number) => string = (line) => line,
  folded: (line: string) => string = fold,
): Excerpt {
  const words = fold(asked).split(" ").filter(Boolean);
  const tests = words.map((word, at) => finder(word, at === words.length - 1));
  let best = { line: lines[0] ?? "", at: 0, found: 0 };
  for (const [at, line] of lines.entries()) {
    const inLine = ` ${folded(line)} `;
    const found = tests.filter((test) => test(inLine)).length;
    if (found > best.found) best = { line, at, found };
    if (found === words.length) break;
  }
  return cut(read(best.line, best.at), words);
}

/** Searches at the beginning of words, and in a script without spaces anywhere. */
function finder(word: string, beginning: boolean): (folded: string) => boolean {
  if (isUnspaced(word)) return (folded) => folded.includes(word);
  return beginning
    ? (folded) => folded.includes(` ${word}`)
    : (folded) => folded.includes(` ${word} `);
}

function cut(line: string, words: string[]): Excerpt {
  const hits = hitsIn(line, words);
  const first = hits[0]?.start ?? 0;
  const start = wordBefore(line, first - around);
  const end = wordAfter(line, Math.max(hits[0]?.end ?? 0, first) + around);
  return {
    excerpt: line.slice(start, end),
    hits: hits
      .filter((hit) => hit.start >= start && hit.end <= end)
      .map((hit) => ({ start: hit.start - start, end: hit.end - start })),
  };
}

function hitsIn(line: string, words: string[]): Excerpt["hits"] {
  const { folded, from, to } = foldWithPlaces(line);
  const hits: Excerpt["hits"] = [];
  words.forEach((word, which) => {
    const beginning = which === words.length - 1;
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const end = at + word.length;
      const whole = at === 0 || folded[at - 1] === " ";
      const closed = beginning || end === folded.length || folded[end] === " ";
      if (!isUnspaced(word) && !(whole && closed)) continue;
      hits.push({ start: from[at] ?? 0, end: to[end - 1] ?? line.length });
    }
  });
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  return hits.filter(({ start }, at) => at === 0 || start >= (hits[at - 1]?.end ?? 0));
}

/** The start of the word across this position; no further back than a long word. */
function wordBefore(line: string, place: number): number {
  if (place <= 0) return 0;
  const space = line.lastIndexOf(" ", place);
  return place - space < 40 && space >= 0 ? space + 1 : whole(line, place);
}

function wordAfter(line: string, place: number): number {
  if (place >= line.length) return line.length;
  const space = line.indexOf(" ", place);
  return space >= 0 && space - place < 40 ? space : whole(line, place);
}

/** Moves a position so that it does not cut a character in two. */
function whole(line: string, place: number): number {
  const unit = line.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff ? place - 1 : place;
}
