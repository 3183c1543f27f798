import type { Part } from "#src/text/parts.ts";

/**
 * The parts with their references to articles by number following the articles to new places; `placeOf` gives an
 * article's new number, null where it was removed: its references then lead nowhere, and say so. Parts without such
 * references are the same objects.
 */
export function renumber<One extends Part>(
  parts: One[],
  placeOf: (number: number) => number | null,
): One[] {
  return parts.map((part) => {
    const markdown = part.markdown.replaceAll(reference, (whole, words: string, digits: string) => {
      const number = Number(digits);
      const place = placeOf(number);
      if (place === number) return whole;
      if (place === null) return `[${words}](#removed)`;
      return `[${words.replace(digits, String(place))}](#article-${place})`;
    });
    return markdown === part.markdown ? part : { ...part, markdown };
  });
}

const reference = /\[([^[\]\n]*)\]\(#article-(\d{1,5})\)/g;
