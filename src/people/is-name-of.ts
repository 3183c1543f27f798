import type { Worded } from "#src/db/columns.ts";

/**
 * Whether the holder named in a certificate is this person. All words of the person's name in one language must be
 * among the holder's words, ignoring order, case and the spelling of marks. The holder may have more words, such as a
 * patronymic. A one-word name must match as a whole. Names in different scripts never match; a person must confirm
 * them.
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

/** Whether two spellings are one name: the same words, ignoring order, case and the spelling of marks. */
export function isSameName(one: string, other: string): boolean {
  const [words, others] = [one, other].map((name) => wordsOf(name).sort().join(" "));
  return words !== "" && words === others;
}

function wordsOf(name: string): string[] {
  const plain = name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
