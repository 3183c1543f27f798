/**
 * A text as the words that are compared; joined they are the text again. Scripts written without spaces
 * give a word per character with its marks, a mark of direction is a word of its own, and so is each sign.
 * Made from Unicode's properties alone, so that every platform finds the same words.
 */
export function wordsOf(text: string): string[] {
  return text.match(word) ?? [];
}

/** The text with its marks of direction written out, or undefined where it has none. */
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
