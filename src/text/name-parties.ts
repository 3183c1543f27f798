import { partyName } from "./party-name.ts";
import { joinWords } from "./testimonium.ts";

/** A sentence with the names of the parties it is about, by their codes, in place of `{parties}`. */
export function nameParties(sentence: string, codes: string[], language: string): string {
  const names = codes.map((code) => partyName({ code }, language));
  return sentence.replace("{parties}", joinWords(names, language));
}
