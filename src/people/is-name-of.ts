import type { Worded } from "#src/db/columns.ts";

/**
 * Whether the holder that a certificate names is this person: all words of the person's name in one language are among
 * the holder's words, in any order, case and spelling of marks. The holder may have more, such as a patronymic. A name
 * of one word must be the whole. Names in two scripts never agree, and need a person to confirm them.
 */
export function isNameOf(holder: string, names: Worded): boolean {
  const found = wordsOf(holder);
  return Object.values(names).some((name) => {
    const words = wordsOf(name);
    return words.length > 1
      ? words.every((word) => found.includes(word))
      : words.length === 1 && words.join() === found.join();
  });
}

/** Whether two spellings are one name: the same words in any order, case and spelling of marks. */
export function isSameName(one: string, other: string): boolean {
  const [words, others] = [one, other].map((name) => wordsOf(name).sort().join(" "));
  return words !== "" && words === others;
}

function wordsOf(name: string): string[] {
  const plain = name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
