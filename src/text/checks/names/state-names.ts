import forms from "../../../../templates/state-forms.json" with { type: "json" };
import { primaryOf } from "../../party-forms.ts";
import { knownParties, partyName, type SourceParty } from "../../party-name.ts";
import { type NameWord, nameWords } from "./name-words.ts";

/** How a language names States (`templates/state-forms.json`). */
type Forms = {
  forms: string[];
  generic: string[];
  connectors: string[];
  /** Forms that bodies of other kinds have in their names, too. */
  loose: string[];
  /** Whether the form stands after the rest of the name. */
  before?: boolean;
  opening: string;
  former: Record<string, string[]>;
  /** Those of the former names that are wrong without a form, too. */
  bare: Record<string, string[]>;
  others: Record<string, string[]>;
  /** Names of several words that a State does not use. */
  wrong: Record<string, string[]>;
};

export type Name = {
  code: string;
  official: boolean;
  wrong: boolean;
  words: (readonly string[])[];
};

/** The names of a language, by the keys of their first words. */
export type NameList = {
  names: Map<string, Name[]>;
  /** The words that make a name a State's: republic, kingdom. Empty for a language that we do not read in full. */
  forms: Set<string>;
  loose: Set<string>;
  generic: Set<string>;
  connectors: Set<string>;
  before: boolean;
  opening: RegExp | null;
  /** Every key of a name's word that is neither a form, nor generic, nor a connector. */
  distinctive: Map<string, Set<string>>;
  /** The official names of each party, word by word. */
  official: Map<string, Name["words"][]>;
  former: Map<string, Set<string>>;
  bare: Map<string, Set<string>>;
  full: boolean;
};

const shipped = new Map<string, NameList>();

/** The names of all States, and of these parties, as a language writes them. */
export function namesIn(language: string, parties: readonly SourceParty[]): NameList {
  const known = shipped.get(language) ?? listOf(language);
  shipped.set(language, known);
  const own = parties.filter(({ name, code }) => name || code);
  const list = {
    ...known,
    names: new Map(known.names),
    distinctive: new Map(known.distinctive),
    official: new Map(known.official),
  };
  for (const party of own) {
    if (!party.name) continue;
    put(list, party.code ?? "", partyName(party, language), { language, official: true });
  }
  return list;
}

function listOf(language: string): NameList {
  const own = (forms as Record<string, Forms>)[primaryOf(language)];
  const keys = (words: string[] = []) =>
    new Set(words.flatMap((word) => nameWords(word, language)).flatMap((word) => word.keys));
  const list: NameList = {
    names: new Map(),
    forms: keys(own?.forms),
    loose: keys(own?.loose),
    generic: keys(own?.generic),
    before: own?.before ?? false,
    connectors: new Set(own?.connectors),
    opening: own ? new RegExp(own.opening, "u") : null,
    distinctive: new Map(),
    official: new Map(),
    former: byCode(own?.former, keys),
    bare: byCode(own?.bare, keys),
    full: own !== undefined,
  };
  for (const { code, names, short } of knownParties) {
    const name = names[primaryOf(language)];
    if (name) put(list, code, name, { language, official: true });
    const brief = short?.[primaryOf(language)];
    if (brief) put(list, code, brief, { language, official: false });
  }
  const registered = new Set(knownParties.map(({ code }) => code));
  for (const code of stateCodes) {
    if (own && registered.has(code)) continue;
    put(list, code, partyName({ code }, language), { language, official: false });
  }
  for (const [code, names] of Object.entries(own?.wrong ?? {})) {
    for (const name of names) put(list, code, name, { language, official: false, wrong: true });
  }
  for (const [code, names] of Object.entries(own?.others ?? {})) {
    for (const name of names) {
      put(list, code, name, { language, official: !registered.has(code) });
    }
  }
  return list;
}

function byCode(
  words: Record<string, string[]> = {},
  keys: (words: string[]) => Set<string>,
): Map<string, Set<string>> {
  return new Map(Object.entries(words).map(([code, own]) => [code, keys(own)]));
}

function put(
  list: NameList,
  code: string,
  name: string,
  { language, official, wrong = false }: { language: string; official: boolean; wrong?: boolean },
): void {
  const all = nameWords(name, language);
  const words = list.connectors.has(all[0]?.keys[0] ?? "") ? all.slice(1) : all;
  const first = words[0];
  if (!first || isAmbiguous(words)) return;
  const made = { code, official, wrong, words: words.map(({ keys }) => keys) };
  for (const key of first.keys) list.names.set(key, [...(list.names.get(key) ?? []), made]);
  if (official) list.official.set(code, [...(list.official.get(code) ?? []), made.words]);
  const own = new Set(list.distinctive.get(code));
  for (const { keys } of words) {
    const plain = keys.some(
      (key) => list.forms.has(key) || list.generic.has(key) || list.connectors.has(key),
    );
    if (!plain && (keys[0]?.length ?? 0) > 2) for (const key of keys) own.add(key);
  }
  list.distinctive.set(code, own);
}

/** A name of one short word is an ordinary word, too: Того, مالي. */
function isAmbiguous(words: NameWord[]): boolean {
  return words.length === 1 && (words[0]?.keys[0]?.length ?? 0) < 4;
}

/** The Members of the United Nations and its observers, without those in the register. */
const stateCodes =
  "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW".split(
    " ",
  );
