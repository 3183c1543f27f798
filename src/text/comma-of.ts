import { directionOf, scriptOf } from "./languages.ts";

const commas: Record<string, string> = {
  Arab: "، ",
  Thaa: "، ",
  Hans: "、",
  Hant: "、",
  Jpan: "、",
};

/** The separator between two names or figures in a language (CLDR, list patterns "unit"). */
export function commaOf(language: string): string {
  return commas[scriptOf(language)] ?? ", ";
}

/** The semicolon between two parts of a sentence, with its spaces. */
export function semicolonOf(language: string): string {
  if (directionOf(language) === "rtl") return "\u061b ";
  return language.startsWith("fr") ? "\u00a0; " : "; ";
}

/** The colon after words, with the space that French has before it. */
export function colonOf(language: string): string {
  return language.startsWith("fr") ? "\u00a0:" : ":";
}
