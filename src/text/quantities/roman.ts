const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
/** Cyrillic letters that stand for Roman numerals: ХХІ ғасыр. */
const cyrillic: Record<string, string> = { І: "I", Х: "X", С: "C" };
const numeral = /^([IVXLCІХС]{1,8})(?:e|ème|er)?$/u;

/** The value of a Roman numeral in capitals, as centuries have; null for any other word, and for I and “Le”. */
export function romanValue(word: string): number | null {
  const [, letters] = numeral.exec(word) ?? [];
  if (!letters || letters === "I" || /^[СCL]$/u.test(letters)) return null;
  const parts = Array.from(letters, (letter) => values[cyrillic[letter] ?? letter] ?? 0);
  return parts.reduce((sum, part, at) => sum + (part < (parts[at + 1] ?? 0) ? -part : part), 0);
}
