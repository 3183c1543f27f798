import { isSame, type NameWord } from "./name-words.ts";
import { type Mention, mentionAt, type NearMiss } from "./read-names.ts";
import { isAlike } from "./slips-of-names.ts";
import type { NameList } from "./state-names.ts";

type Read = { words: NameWord[]; mentions: Mention[] };

const has = (set: Set<string> | undefined, { keys }: NameWord) => keys.some((key) => set?.has(key));

/**
 * Names of these parties that are not as the register has them: a word that makes a name a State's, which belongs to no
 * known name, beside a word of a party's name or a former or misspelt one.
 */
export function nearMisses(read: Read, list: NameList, codes: readonly string[]): NearMiss[] {
  const { words, mentions } = read;
  const cased = words.some(({ capital }) => capital);
  return words.flatMap((word, at): NearMiss[] => {
    if (cased && !word.capital) return [];
    const own = mentionAt(mentions, word);
    if (own?.wrong && own.from === word.from && codes.includes(own.code)) {
      return [{ code: own.code, from: own.from, to: own.to }];
    }
    if (!has(list.forms, word)) {
      const code = codes.find((one) => !own && has(list.bare.get(one), word));
      return code === undefined ? [] : [{ code, from: word.from, to: word.to }];
    }
    if (own) return own.official ? added({ words, at, list, own, cased, codes }) : [];
    for (const beside of neighbours(words, at, { list, cased, codes })) {
      const covered = mentionAt(mentions, beside);
      if (covered?.official) continue;
      const code = codes.find(
        (one) => (!covered || covered.code === one) && belongs(beside, word, one, list),
      );
      if (code === undefined) continue;
      if (has(list.loose, word) && isOtherBody(words, at, { beside, list, cased })) continue;
      const [from, to] = [Math.min(word.from, beside.from), Math.max(word.to, beside.to)];
      return [{ code, from, to }];
    }
    return [];
  });
}

/** A federation or union that is no State: “the Football Federation of Kazakhstan”, «اتحاد كازاخستان لكرة القدم». */
function isOtherBody(
  words: NameWord[],
  at: number,
  { beside, list, cased }: { beside: NameWord; list: NameList; cased: boolean },
): boolean {
  const [word, before, after] = [words[at], words[at - 1], words[words.indexOf(beside) + 1]];
  const named =
    cased &&
    before?.capital &&
    word?.joined &&
    !has(list.generic, before) &&
    !has(list.connectors, before);
  const goesOn = after?.joined && (cased ? after.capital : after.keys[0]?.startsWith("ل"));
  return Boolean(named || goesOn);
}

/** A word too many before a name: “Federal Republic of Kazakhstan”. */
function added({
  words,
  at,
  list,
  own,
  cased,
  codes,
}: {
  words: NameWord[];
  at: number;
  list: NameList;
  own: Mention;
  cased: boolean;
  codes: readonly string[];
}): NearMiss[] {
  const [word, before] = [words[at], words[at - 1]];
  if (!word || !before || !cased || own.from !== word.from || !codes.includes(own.code)) return [];
  const wrong = before.capital && word.joined && has(list.generic, before);
  return wrong ? [{ code: own.code, from: before.from, to: own.to }] : [];
}

type Around = { list: NameList; cased: boolean; codes: readonly string[] };

/** The words beside a form, nearest first, as long as they can be words of a name. */
function neighbours(words: NameWord[], at: number, { list, cased, codes }: Around): NameWord[] {
  const found: NameWord[] = [];
  const isPart = (word: NameWord) =>
    !cased ||
    word.capital ||
    has(list.generic, word) ||
    codes.some((code) => has(list.distinctive.get(code), word) || has(list.former.get(code), word));
  // In Kazakh the possessive form ends a name: Молдова Республикасы.
  const ends = list.before && /[ыі]$/.test(words[at]?.keys.at(-1) ?? "");
  for (let next = at + 1; !ends && next < Math.min(words.length, at + 7); next += 1) {
    const word = words[next] as NameWord;
    if (!word.joined || has(list.forms, word)) break;
    if (has(list.connectors, word)) continue;
    if (!isPart(word)) break;
    found.push(word);
    if (!has(list.generic, word)) break;
  }
  for (let next = at - 1; cased && next >= Math.max(0, at - 4); next -= 1) {
    const word = words[next] as NameWord;
    if (!words[next + 1]?.joined || !(word.capital || has(list.generic, word))) break;
    found.push(word);
    if (!has(list.generic, word)) break;
  }
  return found;
}

function belongs(word: NameWord, form: NameWord, code: string, list: NameList): boolean {
  const own = list.distinctive.get(code);
  if (!own || own.size === 0) {
    // A name of common words alone, such as the United Arab Emirates.
    return (list.official.get(code) ?? []).some(
      (name) =>
        name.some((keys) => isSame(keys, form.keys)) &&
        name.some((keys) => isSame(keys, word.keys)),
    );
  }
  if (has(own, word) || has(list.former.get(code), word)) return true;
  if (word.keys.some((key) => list.names.has(key))) return false;
  return word.keys.some((key) => [...own].some((other) => isAlike(key, other)));
}

/** What may go on after the first words of an organisation's name. */
const goesOn = /^(?:of|for|on|в|по|для|на|de|du|des|d|pour|en)$/;

/** Names that begin as the register has them and go on otherwise, or end too early. */
export function otherwiseNamed(read: Read, list: NameList, codes: readonly string[]): NearMiss[] {
  const { words, mentions } = read;
  const names = codes
    .flatMap((code) => (list.official.get(code) ?? []).map((name) => ({ code, name })))
    .filter(({ name }) => name.length > 3);
  return names.flatMap(({ code, name }) =>
    words.flatMap((word, at): NearMiss[] => {
      if (mentionAt(mentions, word)?.official) return [];
      const isState = /^[A-Z]{2}$/.test(code);
      const end = isState ? cutShort(words, at, name) : endOfOther(words, at, name);
      return end ? [{ code, from: word.from, to: end.to }] : [];
    }),
  );
}

/** “United Kingdom of Great Britain”, without Northern Ireland. */
function cutShort(words: NameWord[], at: number, name: Name): NameWord | undefined {
  const same = lengthOfSame(words, at, name);
  return same > 3 && same < name.length ? words[at + same - 1] : undefined;
}

function endOfOther(words: NameWord[], at: number, name: Name): NameWord | undefined {
  const other = isOneWordOff(words, at, name);
  if (other || !isSame(name[0] ?? [], words[at]?.keys ?? [])) return other;
  const same = lengthOfSame(words, at, name);
  const [next, due] = [words[at + same], name[same]];
  if (same < 2 || !next?.joined || !due) return undefined;
  const likewise = Boolean(due[0]?.startsWith("لل") && next.keys[0]?.startsWith("لل"));
  if (!likewise && !next.capital && !next.keys.some((key) => goesOn.test(key))) return undefined;
  const rest = words.slice(at + same, at + name.length + 1);
  const shared = name.slice(same).some((keys) => rest.some((one) => isSame(keys, one.keys)));
  return shared || likewise ? (rest.at(-2) ?? next) : undefined;
}

type Name = (readonly string[])[];

/** The last word of a name that differs from this one by one word. */
function isOneWordOff(words: NameWord[], at: number, name: Name): NameWord | undefined {
  const unlike = name.filter((keys, index) => {
    const word = words[at + index];
    return !word || (index > 0 && !word.joined) || !isSame(keys, word.keys);
  });
  return unlike.length === 1 && name.length > 4 ? words[at + name.length - 1] : undefined;
}

function lengthOfSame(words: NameWord[], at: number, name: Name): number {
  const other = name.findIndex((keys, index) => {
    const word = words[at + index];
    return !word || (index > 0 && !word.joined) || !isSame(keys, word.keys);
  });
  return other < 0 ? name.length : other;
}
