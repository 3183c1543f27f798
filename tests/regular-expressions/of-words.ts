/** A look back at the word before: `(?<!(?: not| hardly) )`. */
const lookBack = /\(\?<!\(\?:(?:[^()]|\(\?:[^()]*\)\??)*\) \)/g;
/** The rest of a word or of a number, up to its space. */
const restOfWord = /(?:\[\^ \.\][*+]|\\d\+)(?=\)* )/g;

/**
 * Whether an expression begins with a space and repeats without a bound only what one word has before its space, as the
 * phrases of `src/text/stated` do. From each space it then reads a bounded number of words, each in one way, so a search
 * takes linear time. The checker does not see it: it gives up among so many words.
 */
export function isOfWords(source: string): boolean {
  const rest = source.replaceAll(lookBack, "").replaceAll(restOfWord, "");
  return source.startsWith(" ") && !/(?<!\\)[*+]|\{\d+,\}/.test(rest);
}
