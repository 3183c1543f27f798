import { isSame, type NameWord, nameWords } from "./name-words.ts";
import type { Name, NameList } from "./state-names.ts";

/** A name in a paragraph: a State or another party, by its code. */
export type Mention = { code: string; official: boolean; wrong: boolean; from: number; to: number };
/** Words that look like the name of a party and are not: “Kingdom of Finland”. */
export type NearMiss = { code: string; from: number; to: number };

/** The names in a paragraph. The longest name wins; in scripts with capitals it needs one. */
export function readNames(
  text: string,
  language: string,
  list: NameList,
): { words: NameWord[]; mentions: Mention[] } {
  const words = nameWords(text, language);
  const mentions: Mention[] = [];
  const cased = hasCase(text);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as NameWord;
    if (cased && !word.capital) continue;
    let best: Name | undefined;
    for (const key of word.keys) {
      for (const name of list.names.get(key) ?? []) {
        if (name.words.length > (best?.words.length ?? 0) && standsAt(name, words, at)) best = name;
      }
    }
    if (!best) continue;
    const last = words[at + best.words.length - 1] as NameWord;
    const { code, official, wrong } = best;
    mentions.push({ code, official, wrong, from: word.from, to: last.to });
    at += best.words.length - 1;
  }
  return { words, mentions };
}

export function hasCase(text: string): boolean {
  return /\p{Lu}/u.test(text);
}

function standsAt({ words: name }: Name, words: NameWord[], at: number): boolean {
  return name.every((keys, index) => {
    const word = words[at + index];
    return word !== undefined && (index === 0 || word.joined) && isSame(keys, word.keys);
  });
}

export function mentionAt(mentions: Mention[], { from, to }: NameWord): Mention | undefined {
  return mentions.find((one) => one.from <= from && to <= one.to);
}
