import { keysOf, type NameWord } from "./name-words.ts";
import { hasCase, type Mention, mentionAt, type NearMiss } from "./read-names.ts";
import type { NameList } from "./state-names.ts";

/** Whether words can have a name or a wrong one: most paragraphs have none, and each word is looked up once. */
export function nameHint(
  language: string,
  list: NameList,
  codes: readonly string[],
): (text: string) => boolean {
  const known = new Map<string, boolean>();
  const slips = codes.flatMap((code) => [...(list.distinctive.get(code) ?? [])]);
  const isHint = (word: string) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const keys = keysOf(word, language);
    const made =
      keys.some(
        (key) =>
          list.names.has(key) ||
          list.forms.has(key) ||
          codes.some((code) => list.bare.get(code)?.has(key)),
      ) ||
      (word.length > 6 && slips.some((name) => keys.some((key) => isSlip(key, name))));
    known.set(word, made);
    return made;
  };
  return (text) => (text.match(hasCase(text) ? capitalised : anyWord) ?? []).some(isHint);
}

const capitalised = /\p{Lu}[\p{L}\p{M}ʻ]+/gu;
const anyWord = /[\p{L}\p{M}ʻ]+/gu;

/** A party's name with a slip of the pen: “Kazahstan”. Words derived from a name, such as “Georgian”, are none. */
export function misspelt(
  read: { words: NameWord[]; mentions: Mention[] },
  list: NameList,
  codes: readonly string[],
): NearMiss[] {
  const cased = read.words.some(({ capital }) => capital);
  return read.words.flatMap((word) => {
    const { from, to, keys, capital } = word;
    if ((keys[0]?.length ?? 0) < 7 || (cased && !capital)) return [];
    if (keys.some((one) => list.names.has(one)) || mentionAt(read.mentions, word)) return [];
    const code = codes.find((one) =>
      [...(list.distinctive.get(one) ?? [])].some(
        (name) =>
          name.length > 5 && !isDerived(keys, name) && keys.some((own) => isSlip(own, name)),
      ),
    );
    return code === undefined ? [] : [{ code, from, to }];
  });
}

function isDerived(keys: readonly string[], name: string): boolean {
  return keys.some((own) => own.startsWith(name.slice(0, -1)) || name.startsWith(own));
}

/** Whether the words differ by less than a third of their letters. */
export function isAlike(one: string, other: string): boolean {
  const longest = Math.max(one.length, other.length);
  return longest > 5 && distance(one, other) <= longest * 0.3;
}

/** Whether one letter was added, left out or written for another. */
export function isSlip(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || one === other) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const rest = long.slice(same + 1);
  return rest === short.slice(short.length === long.length ? same + 1 : same);
}

/** Levenshtein's distance. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
