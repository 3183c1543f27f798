import { afterA } from "./french-names.ts";
import { inKazakhCase, type KazakhCase, kazakhCases } from "./kazakh-cases.ts";
import { genderOf, genitiveOf, type Named, primaryOf } from "./party-forms.ts";

/** A form of a name that a text asks for: `{{party:genitive}}`. */
export type NounForm = KazakhCase;
/** One of several words, by what agrees with a name: `{{party|f:تخطر|m:يخطر}}`; `else` is all the others. */
export type Branches = Partial<Record<Branch, string>>;
/** A place in a form or letter: `{{party}}`, `{{party:genitive}}`, `{{party|m:يخطر|f:تخطر}}`. */
export type Placeholder = { name: string; form?: NounForm; branches?: Branches };

export const branchNames = ["m", "f", "n", "p", "else"] as const;
export type Branch = (typeof branchNames)[number];

/**
 * The forms of a party's name that a text in this language may ask for. The genitive is "of …" and the dative "to …",
 * with their preposition in English, French and Arabic.
 */
export function formsIn(language: string): readonly NounForm[] {
  switch (primaryOf(language)) {
    case "kk":
      return kazakhCases;
    case "ru":
      return ["genitive", "accusative"];
    case "fr":
    case "en":
    case "ar":
      return ["genitive", "dative"];
    default:
      return ["genitive"];
  }
}

/** What a word that agrees with a name differs by in this language; empty if it does not differ. */
export function agreementIn(language: string): readonly Branch[] {
  switch (primaryOf(language)) {
    case "ru":
      return ["m", "f", "n", "p"];
    case "fr":
      return ["m", "f", "p"];
    case "ar":
      return ["m", "f"];
    case "en":
    case "kk":
      return [];
    default:
      return ["m", "f", "n", "p"];
  }
}

/** The name in this form; null if the language needs a form that is not given. */
export function inForm(named: Named, form: NounForm, language: string): string | null {
  const { name, forms = {} } = named;
  if (form === "genitive") return genitiveOf(named, language);
  if (form === "accusative" && forms.accusative) return forms.accusative;
  switch (primaryOf(language)) {
    case "kk":
      return inKazakhCase(name, form);
    case "en":
      return form === "dative" ? `to ${name}` : null;
    case "fr":
      return form === "dative" ? afterA(name) : null;
    case "ar":
      // The article loses its alif after ل: الجمهورية، للجمهورية.
      return form === "dative"
        ? name.replace(/^(?:ال|)/, (article) => (article ? "لل" : "ل"))
        : null;
    default:
      return null;
  }
}

/** The word that agrees with the name; null if the name does not say how. */
export function agreeing(named: Named, branches: Branches, language: string): string | null {
  const gender = genderOf(named, language);
  const [only, ...others] = new Set(Object.values(branches));
  if (only !== undefined && others.length === 0) return only;
  if (!gender) return null;
  const branch = gender[0] as Branch;
  return branches[branch] ?? branches.else ?? null;
}

/**
 * What a place prints: a name in its form, the word that agrees with it, or a phrase, which in Kazakh takes a case. A name
 * that lacks a form which one of the text's places asks for stands beside a noun that has it, at all of them.
 */
export function saidIn(
  value: string | Named,
  { name, form, branches }: Placeholder,
  places: readonly Placeholder[],
  language: string,
): string {
  if (typeof value === "string") {
    return form && primaryOf(language) === "kk" ? inKazakhCase(value, form) : value;
  }
  const own = places.filter((one) => one.name === name);
  const noun = suffices(value, own, language) ? value : asParty(value, language);
  if (form) return inForm(noun, form, language) ?? noun.name;
  return branches ? (agreeing(noun, branches, language) ?? "") : noun.name;
}

/** Whether the name has every form that these places ask for. */
export function suffices(named: Named, places: readonly Placeholder[], language: string): boolean {
  return places.every(
    ({ form, branches }) =>
      (form === undefined || inForm(named, form, language) !== null) &&
      (branches === undefined || agreeing(named, branches, language) !== null),
  );
}

/**
 * The name beside a noun that has every form: «сторона «Агентство»», «الطرف «المركز»». A sentence is right with it if
 * the name itself lacks a form that the sentence needs.
 */
export function asParty({ name }: Named, language: string): Named {
  switch (primaryOf(language)) {
    case "ru":
      return {
        name: `сторона «${name}»`,
        forms: {
          genitive: `стороны «${name}»`,
          accusative: `сторону «${name}»`,
          gender: "feminine",
        },
      };
    case "fr":
      return { name: `la partie «\u00a0${name}\u00a0»`, forms: { gender: "feminine" } };
    case "ar":
      return { name: `الطرف «${name}»`, forms: { gender: "masculine" } };
    default:
      return { name, forms: { genitive: `«${name}»` } };
  }
}
