import { Refusal } from "#src/errors.ts";
import { dateInForm, formatDate } from "./format-date.ts";
import { formatMoney } from "./format-money.ts";
import { type InEachLanguage, wordsIn } from "./in-each-language.ts";
import { findKey, tagPattern } from "./languages.ts";
import { type NounForm, saidIn } from "./noun.ts";
import { numberInWords } from "./numbers/number-words.ts";
import type { Variable } from "./parse-template.ts";
import { type KnownParty, namedIn } from "./party-name.ts";
import { checkText } from "./policy.ts";
import { languageList } from "./testimonium.ts";

type TakingPart = Pick<KnownParty, "code" | "names"> & { forms?: KnownParty["forms"] };

type Place = {
  language: string;
  parties: TakingPart[];
  /** How the value stands in its sentence, as the template says after a colon. */
  form?: string | undefined;
  /** Whether figures stand beside numbers in words: `thirty (30) days`. */
  figures?: boolean | undefined;
};

/** The printed form of a variable's value in a language, or the fault of the value. */
export function variableWords(
  variable: Variable,
  value: unknown,
  place: Place,
): { words: string } | { detail: string; language?: string } {
  if (variable.type === "number") return numberWords(variable, value, place);
  if (variable.type === "text" && variable.perLanguage) return ownWords(value, place.language);
  if (typeof value !== "string" || value.trim() === "") return { detail: "is not a text" };
  const { language, parties } = place;
  switch (variable.type) {
    case "text":
      return textWords(value, language);
    case "date":
      return orElse(
        place.form ? dateInForm(value, place.form, language) : formatDate(value, language),
        "is not a date, 2026-11-23",
      );
    case "money":
      return orElse(formatMoney(value, language), "is not an amount, EUR 1250000.50");
    case "language":
      return tagPattern.test(value)
        ? { words: languageList([value], language) }
        : { detail: "is not a language tag, ar" };
    case "party": {
      const party = parties.find(({ code }) => code === value);
      return orElse(
        party && partyWords(party, place),
        `is not one of ${parties.map(({ code }) => code).join(", ")}`,
      );
    }
    case "choice": {
      const { choices } = variable;
      const words: Record<string, string> = Object.hasOwn(choices, value)
        ? (choices[value] ?? {})
        : {};
      const key = findKey(language, (one) => Object.hasOwn(words, one));
      return orElse(
        key === undefined ? undefined : words[key],
        `is not one of ${Object.keys(choices).join(", ")}`,
      );
    }
  }
}

/** A party's name, in the form that its sentence needs. */
export function partyWords(
  { code, names, forms }: TakingPart,
  { language, form }: Pick<Place, "language" | "form">,
): string {
  const named = namedIn({ code, name: names, ...(forms && { forms }) }, language);
  const place = { name: code, ...(form !== undefined && { form: form as NounForm }) };
  return saidIn(named, place, [place], language);
}

function numberWords(
  { minimum = -Infinity, maximum = Infinity }: Extract<Variable, { type: "number" }>,
  value: unknown,
  { form, language, figures = false }: Place,
): { words: string } | { detail: string } {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) {
    return { detail: "is not a whole number" };
  }
  if (value < minimum || value > maximum) return { detail: `is not from ${minimum} to ${maximum}` };
  if (form === undefined) return { words: String(value) };
  return orElse(numberInWords(value, form, language, { figures }), "is above 999");
}

/** A name in the language's own words; a missing one is named by its language. */
function ownWords(value: unknown, language: string) {
  if (!isInEachLanguage(value)) return { detail: "is not a text, nor a text for each language" };
  const words = wordsIn(value, language);
  if (words !== null) return textWords(words, language);
  const given = typeof value === "string" ? value : (Object.values(value)[0] ?? "");
  if (given.trim() === "") return { detail: "is not a text" };
  return { detail: "is missing", language };
}

function isInEachLanguage(value: unknown): value is InEachLanguage {
  if (typeof value === "string") return true;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((one) => typeof one === "string");
}

function textWords(value: string, language: string): { words: string } | { detail: string } {
  if (value.length > 1000) return { detail: "is longer than 1000 characters" };
  try {
    return { words: checkText(value, { kind: "title", language }) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { detail: error.extra.errors?.[0]?.detail ?? error.message };
  }
}

function orElse(words: string | null | undefined, detail: string) {
  return words ? { words } : { detail };
}
