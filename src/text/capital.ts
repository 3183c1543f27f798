/**
 * A sentence with a capital at its beginning, if its language has capitals: it may begin with a name that does not ("the
 * Republic of Korea"). A direction mark or a quotation mark may stand before the letter; after a figure it stays as it is. So
 * does a Georgian letter: its capitals (Unicode 11) are for whole words, never for a sentence's beginning.
 */
export function capital(sentence: string, language: string): string {
  return sentence.replace(
    /^([^\p{L}\p{N}]*)((?!\p{Script=Georgian})\p{Ll})/u,
    (_, before: string, letter: string) => `${before}${letter.toLocaleUpperCase(language)}`,
  );
}
