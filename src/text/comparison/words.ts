/**
 * Splits a text into the words to compare; joined, they are the text again. Scripts without spaces give one word per
 * character with its marks. Each direction mark and each sign is its own word. Uses only Unicode's properties, so that
 * every platform finds the same words.
 */
export function wordsOf(text: string): string[] {
  return text.match(word) ?? [];
}

/** The text with its direction marks written out, or undefined if it has none. */
export function withMarksShown(text: string): string | undefined {
  if (!/[\u200e\u200f\u061c]/.test(text)) return undefined;
  return text.replaceAll(/[\u200e\u200f\u061c]/g, (mark) => `⟨${marks[mark]}⟩`);
}

const marks: Record<string, string> = { "\u200e": "LRM", "\u200f": "RLM", "\u061c": "ALM" };

const unspaced = [
  "Han",
  "Hiragana",
  "Katakana",
  "Thai",
  "Lao",
  "Khmer",
  "Myanmar",
  "Tibetan",
  "Tai_Le",
  "New_Tai_Lue",
  "Tai_Tham",
  "Javanese",
  "Balinese",
]
  .map((script) => `\\p{Script=${script}}`)
  .join("");

const word = new RegExp(
  [
    `[${unspaced}]\\p{M}*`,
    "\\p{Nd}+(?:[.,٫٬]\\p{Nd}+)*",
    // A letter and what follows it, figures too: A1 is one word.
    `(?![${unspaced}\\p{Nd}])[\\p{L}\\p{M}\\p{N}\\u200c\\u200d\\u00ad]` +
      `(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}\\u200c\\u200d\\u00ad])*`,
    "\\s+",
    ".",
  ].join("|"),
  "gsu",
);
