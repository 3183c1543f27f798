import { afterDe } from "./french-names.ts";

/**
 * The forms of a party's official name that sentences need, in one language. English, French and Kazakh derive them
 * from the name; Russian has to be given its cases, Arabic and French the gender if a sentence agrees with it.
 */
export type PartyForms = {
  /** "of …", complete: `Республики Казахстан`, `du Royaume de Norvège`, `Қазақстан Республикасының`. */
  genitive?: string | undefined;
  /** After «за»: `Республику Казахстан`. */
  accusative?: string | undefined;
  gender?: "feminine" | "masculine" | "neuter" | "plural" | undefined;
  /** What its Government is called, if the language builds that name otherwise than the service. */
  government?: string | undefined;
};

/** By language, BCP 47. */
export type FormsByLanguage = Record<string, PartyForms>;

type Named = { name: string; forms?: PartyForms | undefined };

/**
 * The name after "of", with its preposition in English and French: `of the Republic …`, `du Royaume …`. Null if the
 * language needs a form that is not given.
 */
export function genitiveOf({ name, forms = {} }: Named, language: string): string | null {
  if (forms.genitive) return forms.genitive;
  switch (primaryOf(language)) {
    case "en":
      return `of ${name}`;
    case "fr":
      return afterDe(name);
    case "kk":
      return kazakhGenitive(name);
    // In a construct the unvowelled name keeps its form.
    case "ar":
      return name;
    default:
      return null;
  }
}

/** The line above a signature: `For the Republic …`, `За Республику …`. The bare name if a form is not known. */
export function signedForLine({ name, forms = {} }: Named, language: string): string {
  switch (primaryOf(language)) {
    case "en":
      return `For ${name}`;
    case "ru":
      return forms.accusative ? `За ${forms.accusative}` : name;
    case "ar":
      return `عن ${name}`;
    case "kk":
      return `${name} үшін`;
    case "fr":
      return `Pour ${name}`;
    default:
      return name;
  }
}

/** The name of a State's Government and its forms; null if the State's name lacks a form that it needs. */
export function governmentOf(
  state: Named,
  language: string,
): (Named & { forms: PartyForms }) | null {
  const { name, forms = {} } = state;
  if (forms.government) return { name: forms.government, forms: {} };
  const of = genitiveOf(state, language);
  if (of === null) return null;
  switch (primaryOf(language)) {
    case "en":
      return { name: `the Government ${of}`, forms: {} };
    case "ru":
      return {
        name: `Правительство ${of}`,
        forms: {
          genitive: `Правительства ${of}`,
          accusative: `Правительство ${of}`,
          gender: "neuter",
        },
      };
    case "ar":
      return { name: `حكومة ${of}`, forms: { gender: "feminine" } };
    case "kk":
      // A country's bare name stands before the noun as it is: Жапония Үкіметі.
      return { name: `${name.includes(" ") ? of : name} Үкіметі`, forms: {} };
    case "fr":
      return { name: `le Gouvernement ${of}`, forms: { gender: "masculine" } };
    default:
      return null;
  }
}

/**
 * The forms of a name that an office has to give in a language: Russian's cases, and in a language whose grammar the
 * service does not know the name of a State's Government.
 */
export function neededForms(
  language: string,
  { isState }: { isState: boolean },
): ("genitive" | "accusative" | "government")[] {
  const primary = primaryOf(language);
  if (primary === "ru") return ["genitive", "accusative"];
  return isState && !["en", "fr", "kk", "ar"].includes(primary) ? ["government"] : [];
}

/**
 * The Kazakh genitive (ілік септігі) by vowel harmony: -ның, -нің after vowels, м, н and ң; -тың, -тің after voiceless
 * consonants and б, в, г, д; -дың, -дің after other consonants. The last vowel that is not и or у decides the vowel.
 */
export function kazakhGenitive(name: string): string {
  const letters = [...name.toLowerCase()].filter((letter) => /\p{L}/u.test(letter));
  const last = letters.at(-1) ?? "";
  const vowel = letters.findLast((letter) => back.has(letter) || front.has(letter)) ?? "а";
  const ending = front.has(vowel) ? "ің" : "ың";
  return `${name}${consonantAfter(last)}${ending}`;
}

const back = new Set("аоұыяюёэ");
const front = new Set("әеөүі");
const voiceless = new Set("кқпстфхһцчшщбвгдъь");

function consonantAfter(last: string): string {
  if (back.has(last) || front.has(last) || "мнң".includes(last)) return "н";
  return voiceless.has(last) ? "т" : "д";
}

function primaryOf(language: string): string {
  return language.split("-", 1)[0] ?? language;
}
