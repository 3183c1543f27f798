import { arabic } from "./arabic.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { kazakh } from "./kazakh.ts";
import { readNumberForm, type Speller } from "./number-form.ts";
import { russian } from "./russian.ts";

const spellers: Record<string, Speller> = {
  en: english,
  ru: russian,
  ar: arabic,
  kk: kazakh,
  fr: french,
};

const largest = 999;

/**
 * A whole number as a text writes it: `thirty`, `тридцатого`, `ثلاثة أشهر`. A count above 999 keeps its figures in place of
 * the numeral.
 * @param form the words after the colon of a placeholder, such as `ordinal genitive`
 * @param figures whether the figures stand beside the words: `thirty (30) days`
 * @returns null if the language has no such form, or none for a place in a row above 999
 */
export function numberInWords(
  value: number,
  form: string,
  language: string,
  { figures = false }: { figures?: boolean } = {},
): string | null {
  const speller = spellerOf(language);
  const read = speller && readNumberForm(form, speller);
  if (!read) return null;
  const beside = figures ? ` (${value})` : "";
  if (value <= largest) return speller.spell(value, read, beside);
  // The noun agrees with the last two digits, and a number such as 1,200 takes it as a hundred does.
  const alike = value % 100 === 0 ? 100 : (value % 100) + 100;
  if (read.kind === "ordinal") return null;
  if (read.kind === "cardinal") return String(value);
  const words = speller.spell(alike, read, "\u0000");
  return `${value}${words.slice(words.indexOf("\u0000") + 1)}`;
}

/** Whether texts of the language can write a number in this form. */
export function hasNumberForm(form: string, language: string): boolean {
  const speller = spellerOf(language);
  return speller !== undefined && readNumberForm(form, speller) !== null;
}

function spellerOf(language: string): Speller | undefined {
  const primary = language.split("-", 1)[0] ?? language;
  return Object.hasOwn(spellers, primary) ? spellers[primary] : undefined;
}
