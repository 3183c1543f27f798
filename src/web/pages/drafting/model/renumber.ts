import type { Part } from "#src/text/parts.ts";

/**
 * Updates references by number after articles have moved. `placeOf` returns an article's new number, or null if it
 * was removed; references to it are then marked as broken. Parts without such references stay the same objects.
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
