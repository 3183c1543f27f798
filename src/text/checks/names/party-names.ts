import type { Text } from "../../articles.ts";
import { knownParties, partyName, type SourceParty } from "../../party-name.ts";
import { partsOf } from "../outline.ts";
import { plainWords } from "../plain-words.ts";
import type { Sentence } from "../sentence.ts";
import type { Warning } from "../warning.ts";
import type { NamedPassage, NamedText } from "./named-text.ts";
import { nearMisses, otherwiseNamed } from "./near-names.ts";
import { otherStates } from "./other-states.ts";
import { readNames } from "./read-names.ts";
import { misspelt, nameHint } from "./slips-of-names.ts";
import { type NameList, namesIn } from "./state-names.ts";

const rule = { rule: "party-names", source: { key: "practice-register" } } as const;

/**
 * Names of the parties that are not those of the register, a party that the opening leaves out, a State in it that is no
 * party, and another State in one language than in another. A State that is named for another reason is no fault.
 */
export function partyNames(texts: Text[], parties: readonly SourceParty[]): Warning[] {
  const codes = parties.flatMap(({ code }) => code ?? []);
  const read = texts.map((text) => readText(text, parties, codes));
  return [
    ...read.flatMap((text) => text.parts.flat().flatMap((one) => unlike(text, one, parties))),
    ...read.flatMap((text) => inOpening(text, codes)),
    ...otherStates(read, rule),
  ];
}

function readText(text: Text, parties: readonly SourceParty[], codes: string[]): NamedText {
  const { language } = text;
  const list = namesIn(language, parties);
  const mayName = nameHint(language, list, codes);
  // Of other States we know what they are called for short, and not by which name they conclude treaties.
  const official = parties.flatMap(({ code, name }) => {
    return code !== undefined && (registered.has(code) || name !== undefined) ? [code] : [];
  });
  const passage = (article: number, label: string | undefined, words: string): NamedPassage => {
    const plain = plainWords(words);
    if (!mayName(plain.text)) {
      return { article, label, plain, words: [], mentions: [], misses: [] };
    }
    const named = readNames(plain.text, language, list);
    const found = list.full
      ? [
          ...nearMisses(named, list, official),
          ...misspelt(named, list, codes),
          ...otherwiseNamed(named, list, official),
        ]
      : [];
    // A slip within a name that is wrong as a whole is told with it.
    const misses = found.filter(
      (one, at) => !found.slice(0, at).some((other) => one.from < other.to && other.from < one.to),
    );
    return { article, label, plain, ...named, misses };
  };
  const parts = partsOf(text).map(({ article, passages }) => [
    ...(article === 0 ? [passage(0, undefined, text.title)] : []),
    ...passages.map(({ label, words }) => passage(article, label, words)),
  ]);
  return { language, list, parts };
}

function unlike(
  { language }: NamedText,
  { article, label, plain, misses }: NamedPassage,
  parties: readonly SourceParty[],
): Warning[] {
  return misses.map(({ code, from, to }) => {
    const party = parties.find((one) => one.code === code) ?? { code };
    return warning(language, article, label, {
      detail: { key: "not-in-register", values: { name: partyName(party, language) } },
      found: plain.written(from, to),
    });
  });
}

const registered = new Set(knownParties.map(({ code }) => code));

/** The parties that the opening leaves out, and the States in it that are none; only if all parties are in the register. */
function inOpening({ language, list, parts }: NamedText, codes: string[]): Warning[] {
  const [preamble = []] = parts;
  const opening = preamble.find(({ plain, mentions, misses }) => {
    const named = new Set([...mentions, ...misses].map(({ code }) => code));
    return named.size > 1 && list.opening?.test(plain.text);
  });
  if (!opening || codes.length === 0 || !codes.every((code) => registered.has(code))) return [];
  const named = new Set(
    preamble.flatMap(({ mentions, misses }) => [...mentions, ...misses].map(({ code }) => code)),
  );
  const { article, label, plain, mentions } = opening;
  // Kazakh says first what the parties are called: бұдан әрі «Тараптар» деп аталатын ….
  const end = list.before ? plain.text.length : plain.text.search(list.opening ?? /$/);
  const missing = codes
    .filter((code) => !named.has(code))
    .map((code) => {
      const detail = { key: "party-not-named", values: { party: { party: code } } } as const;
      return warning(language, article, label, { detail, found: plain.written(0, 60) });
    });
  const strangers = mentions
    .filter(({ code, official, from }) => {
      return from < end && !codes.includes(code) && (official || hasForm(opening, from, list));
    })
    .map(({ code, from, to }) => {
      const detail = { key: "named-and-no-party", values: { state: { party: code } } } as const;
      return warning(language, article, label, { detail, found: plain.written(from, to) });
    });
  return [...missing, ...strangers];
}

/** Whether a word such as “Republic of” stands right before a name. */
function hasForm({ words }: NamedPassage, from: number, list: NameList): boolean {
  const at = words.findIndex((word) => word.from === from);
  return words
    .slice(Math.max(0, at - 2), at)
    .some(({ keys }) => keys.some((key) => list.forms.has(key)));
}

function warning(
  language: string,
  article: number,
  paragraph: string | undefined,
  { detail, found }: { detail: Sentence; found: string },
): Warning {
  return { ...rule, language, article, paragraph, detail, found: [found] };
}
