import { afterDe } from "./french-names.ts";
import { inKazakhCase } from "./kazakh-cases.ts";
import { marksOf } from "./language/marks-of.ts";

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

/** A name in one language with its forms. */
export type Named = {
  name: string;
  forms?: PartyForms | undefined;
  /** False if the language has no name for the party, so that the name is one in another language. */
  own?: boolean | undefined;
};

export type Gender = NonNullable<PartyForms["gender"]>;

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

/**
 * The line above a signature: `For the Republic …`, `За Республику …`, and in other languages by the pattern of their file.
 * The bare name if a form is not known.
 */
export function signedForLine(named: Named, language: string): string {
  const { name, forms = {} } = named;
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
      return byPattern(named, marksOf(language)?.signedFor) ?? name;
  }
}

/** Null without a pattern, without the form that it needs, and for a name in another language. */
function byPattern({ name, forms = {}, own = true }: Named, pattern?: string): string | null {
  const [place = "", form = ""] = /\{([a-z]+)\}/.exec(pattern ?? "") ?? [];
  const said = form === "name" ? name : forms[form as "genitive" | "accusative"];
  return pattern && own && said ? pattern.replace(place, () => said) : null;
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
 * How a sentence agrees with the name: as given, else as its article or first noun shows. Null if neither tells it, and
 * for a language whose sentences do not agree.
 */
export function genderOf({ name, forms = {} }: Named, language: string): Gender | null {
  if (forms.gender) return forms.gender;
  switch (primaryOf(language)) {
    case "fr":
      return ({ le: "masculine", la: "feminine", les: "plural" } as const)[articleOf(name)] ?? null;
    case "ru":
      return russianGender(name);
    case "ar":
      // A first noun with the feminine ending: وزارة، وكالة، هيئة. Other nouns do not show it.
      return /^(?:ال)?\p{L}+ة(?:\s|$)/u.test(name) ? "feminine" : null;
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

/** Whether an office has to say how sentences agree with the name: it does not show by itself. */
export function needsGender(name: string, language: string): boolean {
  return ["ru", "ar", "fr"].includes(primaryOf(language)) && genderOf({ name }, language) === null;
}

/** The French article at the beginning of a name, in lower case, or "". */
function articleOf(name: string): string {
  return name.match(/^(le|la|les) /i)?.[1]?.toLowerCase() ?? "";
}

/** By the ending of the first word; null if it has several. An adjective agrees with its noun and shows the same. */
function russianGender(name: string): Gender | null {
  const first = name.split(/\s/, 1)[0]?.toLowerCase() ?? "";
  if (/(?:ство|ние|тие|ое|ее)$/.test(first)) return "neuter";
  if (/(?:ые|ы)$/.test(first)) return "plural";
  if (/[ая]$/.test(first)) return "feminine";
  if (/(?:[бвгджзклмнпрстфхцчшщ]|[иыо]й)$/.test(first)) return "masculine";
  return null;
}

/** The Kazakh genitive (ілік септігі). */
export function kazakhGenitive(name: string): string {
  return inKazakhCase(name, "genitive");
}

export function primaryOf(language: string): string {
  return language.split("-", 1)[0] ?? language;
}
