import type { PartyKind } from "#workflows/party-kinds.ts";
import known from "../../templates/parties.json" with { type: "json" };
import stateNames from "../../templates/state-names.json" with { type: "json" };
import { findKey, scriptOf } from "./languages.ts";
import { saidIn } from "./noun.ts";
import { type FormsByLanguage, governmentOf } from "./party-forms.ts";

export type KnownParty = {
  code: string;
  kind: PartyKind;
  /** Official names by language, as the party itself uses them in treaties. */
  names: Record<string, string>;
  /** The forms that sentences need, by language. */
  forms: FormsByLanguage;
  /** A State's name in lists (UNTERM). */
  short?: Record<string, string>;
};

/** The parties whose official names ship with the service, in protocol order. */
export const knownParties = known as KnownParty[];

const byCode = new Map(knownParties.map((party) => [party.code, party]));

/** A party as an instrument names it: its names, and their grammatical forms. */
export type SourceParty = {
  code?: string;
  name?: Record<string, string>;
  forms?: FormsByLanguage;
  signatory?: { name: Record<string, string>; title?: Record<string, string> };
};

/**
 * A party's official name in a language: its own, else the one that ships with us, else the short name. The last resort
 * is its name in another language or its code.
 */
export function partyName(party: SourceParty, language: string): string {
  const { code, name = {} } = party;
  const own = ownName(party, language);
  if (own) return own;
  return Object.values(name)[0] ?? byCode.get(code ?? "")?.names.en ?? code ?? "";
}

/** Its name in the language itself. */
function ownName({ code, name = {} }: SourceParty, language: string): string | undefined {
  const shipped = code ? byCode.get(code) : undefined;
  const official = inLanguage(name, language) ?? inLanguage(shipped?.names ?? {}, language);
  if (official) return official;
  return code && /^[A-Z]{2}$/.test(code) ? shortName(code, language) : undefined;
}

/** A State's short name: ours for a language that engines may lack (`npm run web:locales`), else the engine's. */
function shortName(code: string, language: string): string | undefined {
  const primary = language.split("-", 1)[0] ?? language;
  if (scriptOf(primary) === scriptOf(language)) {
    const ours = (stateNames as Record<string, Record<string, string>>)[primary]?.[code];
    if (ours) return ours;
  }
  return new Intl.DisplayNames([language], { type: "region", fallback: "none" }).of(code);
}

/** The name in the language of the tag, in its script. */
function inLanguage(names: Record<string, string>, language: string): string | undefined {
  const key = findKey(language, (one) => Object.hasOwn(names, one));
  return key === undefined ? undefined : names[key];
}

/** The name with its forms, as the functions of `party-forms.ts` take it. */
export function namedIn(party: SourceParty, language: string) {
  const own = ownName(party, language);
  const name = own ?? partyName(party, language);
  return { name, forms: formsIn(party, language), own: own !== undefined };
}

/** "of" the party: `du Royaume de Norvège`. The name in quotation marks if the language needs a form not given. */
export function partyGenitive(party: SourceParty, language: string): string {
  const place = { name: "party", form: "genitive" } as const;
  return saidIn(namedIn(party, language), place, [place], language);
}

/** The given forms; for a shipped name, the shipped ones. */
function formsIn({ code, name, forms }: SourceParty, language: string) {
  const given = forms?.[language];
  if (given) return given;
  const shipped = code ? byCode.get(code) : undefined;
  const own = name?.[language];
  return own === undefined || own === shipped?.names[language]
    ? shipped?.forms[language]
    : undefined;
}

export type NamesAndForms = { names: Record<string, string>; forms: FormsByLanguage };

/** The names of a State's Government, in each language whose forms allow it. */
export function governmentNames({ names, forms }: NamesAndForms): NamesAndForms {
  const built = Object.entries(names).flatMap(([language, name]) => {
    const found = governmentOf({ name, forms: forms[language] }, language);
    return found ? [[language, found] as const] : [];
  });
  return {
    names: Object.fromEntries(built.map(([language, { name }]) => [language, name])),
    forms: Object.fromEntries(
      built
        .filter(([, one]) => Object.keys(one.forms).length > 0)
        .map(([language, one]) => [language, one.forms]),
    ),
  };
}
