import { fold } from "#src/text/fold.ts";

/** The most lines of which the words are kept. Most lines of a template are the same in every agreement. */
const maxLines = 20_000;
const longest = 60;
const known = new Map<string, string[]>();

/**
 * The words by which a text is found, as the database's functions `fold` and `words_of` make them. Words never cross
 * lines, so those of a line are kept. For scripts that put spaces between words.
 */
export function searchWords(lines: string[]): string[] {
  const words = new Set<string>();
  for (const line of lines) {
    for (const word of wordsOf(line)) words.add(word);
  }
  return [...words];
}

function wordsOf(line: string): string[] {
  const found = known.get(line);
  if (found) return found;
  // By code points, as PostgreSQL counts characters.
  const words = fold(line)
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => (word.length > longest ? [...word].slice(0, longest).join("") : word));
  if (known.size >= maxLines) known.clear();
  known.set(line, words);
  return words;
}
