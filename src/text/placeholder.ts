import { readChoice } from "./choose-words.ts";
import { agreementIn, branchNames, formsIn, type NounForm, type Placeholder } from "./noun.ts";

/** Earlier spellings of a form, which forms published before still have. */
const aliases: Record<string, Placeholder> = {
  of_party: { name: "party", form: "genitive" },
  of_other: { name: "other", form: "genitive" },
};

/** Reads what stands between the braces; null if it is no place. */
export function readPlaceholder(inner: string): Placeholder | null {
  const alias = Object.hasOwn(aliases, inner) ? aliases[inner] : undefined;
  if (alias) return alias;
  const [, name = "", form, choice] =
    inner.match(/^([a-z_]+)(?::([a-z]+(?: [a-z]+)*)|((?:\|[^|:{}]+:[^|{}]*)+))?$/) ?? [];
  if (name === "") return null;
  if (form !== undefined) return { name, form: form as NounForm };
  if (choice === undefined) return { name };
  return { name, branches: readChoice(choice) };
}

/** The places of a text, in order. */
export function placesOf(text: string): Placeholder[] {
  return [...text.matchAll(/\{\{([^{}]*)\}\}/g)].flatMap(([, inner = ""]) => {
    const read = readPlaceholder(inner);
    return read ? [read] : [];
  });
}

/** What may be declined in a text: names of parties, days, and what sentences agree with. */
export type Declinable = { names: readonly string[]; days: readonly string[] };

/** What is wrong with a place in a text of this language, in words; null if nothing is. */
export function faultOf(
  { name, form, branches }: Placeholder,
  language: string,
  { names, days }: Declinable,
): string | null {
  if (form !== undefined) {
    const isName = names.includes(name);
    const known = isName ? formsIn(language) : days.includes(name) ? formsOfDays(language) : [];
    if (known.includes(form)) return null;
    if (known.length > 0) return `has no form ${form} in ${language}: ${known.join(", ")}`;
    return isName || days.includes(name) ? `has no forms in ${language}` : "has no forms";
  }
  if (!branches) return null;
  if (!names.includes(name)) return "agrees with no name";
  const unknown = Object.keys(branches).filter(
    (one) => !branchNames.some((known) => known === one),
  );
  if (unknown.length > 0) return `has the unknown branch ${unknown.join(", ")}`;
  const needed = agreementIn(language);
  if (needed.length === 0) return `chooses by gender, which ${language} does not`;
  const missing = "else" in branches ? [] : needed.filter((one) => !(one in branches));
  return missing.length > 0 ? `lacks the branch ${missing.join(", ")}` : null;
}

/** Only Kazakh declines a day that is written out: «5 мамырдан бастап». */
function formsOfDays(language: string): readonly NounForm[] {
  return language.startsWith("kk") ? formsIn(language) : [];
}
