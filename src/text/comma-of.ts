import { scriptOf } from "./languages.ts";

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
