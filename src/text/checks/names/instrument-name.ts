import words from "../../../../templates/own-names.json" with { type: "json" };
import type { Text } from "../../articles.ts";
import { primaryOf } from "../../party-forms.ts";
import { partsOf } from "../outline.ts";
import { type PlainWords, plainWords } from "../plain-words.ts";
import type { Sentence } from "../sentence.ts";
import type { Place, Warning } from "../warning.ts";

const rule = { rule: "instrument-name", source: { key: "practice-one-name" } } as const;

/** How a language names an instrument and points to its own (`templates/own-names.json`). */
type Words = { self: string; kinds: Record<string, string>; bare?: string; last?: boolean };
type Patterns = {
  self: RegExp;
  bare: RegExp | null;
  any: RegExp;
  kinds: [kind: string, pattern: RegExp][];
  /** Whether a title ends with the kind of the instrument. */
  last: boolean;
};

/** Words by which a text names itself. */
type Named = { kind: string; place: Place; defined: boolean };
type Read = { language: string; kind: string | null; named: Named[]; strangers: Named[] };

/**
 * A text that names itself in two ways, “this Agreement” and “this Treaty”, and languages that name it unlike each other.
 * The title decides, else what the text says first. A name that the text gives itself, hereinafter “this Agreement”, is
 * right. Annexes may have names of their own.
 */
export function instrumentName(texts: Text[]): Warning[] {
  const read = texts.flatMap((text) => readText(text) ?? []);
  return [...read.flatMap(mixed), ...acrossLanguages(read)];
}

function mixed({ kind, named, strangers }: Read): Warning[] {
  const right = new Set([kind, ...named.filter((one) => one.defined).map((one) => one.kind)]);
  const first = named.find((one) => one.kind === kind);
  const seen = new Set<string>();
  return [...named, ...strangers]
    .filter((one) => !right.has(one.kind) && !one.defined)
    .filter(({ kind, place }) => {
      const key = `${kind} ${place.article} ${place.paragraph}`;
      return !seen.has(key) && seen.add(key);
    })
    .map(({ place }) => {
      const detail: Sentence = first
        ? { key: "named-otherwise", values: { name: first.place.found[0] ?? "" } }
        : { key: "named-unlike-title" };
      return { ...rule, ...place, detail, ...(first && { also: [first.place] }) };
    });
}

/** «اتفاقية» is the usual word for an agreement or a treaty, too. */
function isLoose({ language, kind }: Read, other: string): boolean {
  const kinds = ["convention", "agreement", "treaty"];
  return primaryOf(language) === "ar" && kind === "convention" && kinds.includes(other);
}

function acrossLanguages([first, ...others]: Read[]): Warning[] {
  const theirs = first?.named.find(({ kind }) => kind === first.kind);
  if (!first || !theirs) return [];
  return others.flatMap((text) => {
    const mine = text.named.find(({ kind }) => kind === text.kind);
    if (!mine || mine.kind === theirs.kind) return [];
    if (isLoose(text, theirs.kind) || isLoose(first, mine.kind)) return [];
    const values = { language: { language: first.language }, name: theirs.place.found[0] ?? "" };
    return [
      {
        ...rule,
        ...mine.place,
        detail: { key: "named-otherwise-in", values },
        also: [theirs.place],
      },
    ];
  });
}

/** The kinds that are told even without “this”. A text may speak of a protocol yet to be made. */
const main = new Set(["agreement", "treaty", "convention"]);
const quoted = /«[^«»]{3,}»|“[^“”]{3,}”|„[^„“”]{3,}[“”]/gu;

function readText(text: Text): Read | null {
  const { language, title, articles } = text;
  const patterns = patternsOf(language);
  if (!patterns) return null;
  const read: Omit<Read, "kind"> = { language, named: [], strangers: [] };
  const bare: Named[] = [];
  const qualified = new Set<string>();
  for (const { article, passages } of partsOf(text)) {
    if (article > articles.length) break;
    for (const { label, words } of passages) {
      const plain = plainWords(words);
      if (!patterns.any.test(plain.text)) continue;
      const open = plain.text.replaceAll(quoted, (found) => " ".repeat(found.length));
      const named = (defined: boolean, pattern: RegExp, said: string) =>
        [...said.matchAll(pattern)].flatMap(({ 0: found, index }) =>
          namedAs(found, index, { plain, patterns, defined, language, article, label }),
        );
      // An Arabic noun that the paragraph had before, without “this”, is not the instrument's name.
      read.named.push(
        ...named(false, patterns.self, open).filter((one) => !repeats(one, open, language)),
        ...[...plain.text.matchAll(quoted)].flatMap((quote) =>
          named(true, patterns.self, quote[0]),
        ),
      );
      if (!patterns.bare) continue;
      const found = named(false, patterns.bare, open);
      bare.push(...found);
      for (const kind of otherwise(open, found, patterns)) qualified.add(kind);
    }
  }
  const own = titleKind(title, patterns) ?? read.named[0]?.kind ?? null;
  const self = new Set([own, ...read.named.map(({ kind }) => kind)]);
  const strangers = bare.filter(
    ({ kind }) => main.has(kind) && !qualified.has(kind) && !self.has(kind),
  );
  // Without a name of its own, the text speaks of another instrument.
  return { ...read, kind: own, strangers: own && read.named.length > 0 ? strangers : [] };
}

function namedAs(
  found: string,
  index: number,
  at: {
    plain: PlainWords;
    patterns: Patterns;
    defined: boolean;
    language: string;
    article: number;
    label: string | undefined;
  },
): Named[] {
  const kind = kindOf(found, at.patterns);
  if (!kind) return [];
  const { language, article, label: paragraph, defined } = at;
  const words = defined ? found : at.plain.written(index, index + found.length);
  return [{ kind, defined, place: { language, article, paragraph, found: [words.trim()] } }];
}

/** The kinds that the words name in other ways than these: with what they are about, or as several. */
function otherwise(words: string, found: Named[], { any, kinds, self }: Patterns): string[] {
  const all = new RegExp(any.source, "gu");
  const selves = new Set(
    [...words.matchAll(self)].map(({ index, 0: said }) => index + said.length),
  );
  const bares = new Map<string, number>();
  for (const { kind } of found) bares.set(kind, (bares.get(kind) ?? 0) + 1);
  return [...words.matchAll(all)].flatMap(({ 0: said, index }) => {
    const kind = kinds.find(([, pattern]) => pattern.test(said))?.[0] ?? "";
    const end = index + said.length;
    if ([...selves].some((last) => last >= end && last - end < 14 && last > index)) return [];
    const left = bares.get(kind) ?? 0;
    bares.set(kind, left - 1);
    return left > 0 ? [] : [kind];
  });
}

function repeats({ kind, place }: Named, words: string, language: string): boolean {
  if (primaryOf(language) !== "ar" || kind === "agreement" || kind === "convention") return false;
  const noun = (place.found[0] ?? "").split(" ").at(-1)?.replace(/^ال/, "") ?? "";
  const at = words.indexOf(place.found[0] ?? "");
  return noun !== "" && at > 0 && words.slice(0, at).replaceAll(`ذا ال${noun}`, "").includes(noun);
}

/** The kind that a title begins with, or ends with where the language puts it there. */
function titleKind(title: string, { kinds, last }: Patterns): string | null {
  const found = kinds
    .map(([kind, pattern]) => {
      const folded = new RegExp(pattern.source, "iu");
      return { kind, at: title.search(folded), long: folded.exec(title)?.[0].length ?? 0 };
    })
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at || other.long - one.long);
  return (last ? found.at(-1) : found[0])?.kind ?? null;
}

function kindOf(found: string, { kinds }: Patterns): string | null {
  return kinds.find(([, pattern]) => pattern.test(found))?.[0] ?? null;
}

const known = new Map<string, Patterns | null>();

function patternsOf(language: string): Patterns | null {
  const primary = primaryOf(language);
  const made = known.get(primary);
  if (made !== undefined) return made;
  const own = (words as Record<string, Words>)[primary];
  const patterns = own ? compile(own) : null;
  known.set(primary, patterns);
  return patterns;
}

function compile({ self, kinds, bare, last = false }: Words): Patterns {
  // The longer word first: اتفاقية before اتفاق.
  const sorted = Object.entries(kinds).sort(([, one], [, other]) => other.length - one.length);
  const any = `(?:${sorted.map(([, stem]) => stem).join("|")})`;
  const start = "(?<!\\p{L})";
  return {
    self: new RegExp(
      `${/^[\p{Script=Han}\p{Script=Hangul}]/u.test(self) ? "" : start}${self.replace("{k}", any)}`,
      "gu",
    ),
    bare: bare === undefined ? null : new RegExp(bare.replace("{k}", any), "gu"),
    any: new RegExp(any, "u"),
    kinds: sorted.map(([kind, stem]) => [kind, new RegExp(stem, "u")]),
    last,
  };
}
