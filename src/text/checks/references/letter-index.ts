/** The letters that count sub-paragraphs, in the order in which each language writes them. */
const alphabets = [
  "abcdefghijklmnopqrstuvwxyz",
  "абвгдежзиклмнопрстуфхцчшщэюя",
  "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ",
];

/** The place of a letter among sub-paragraphs, from 1; null for anything else. */
export function letterIndex(letter: string): number | null {
  const plain = letter.replaceAll(/[أإآ]/g, "ا");
  const alphabet = alphabets.find((one) => one.includes(plain));
  if (!alphabet || [...plain].length !== 1) return null;
  return alphabet.indexOf(plain) + 1;
}
