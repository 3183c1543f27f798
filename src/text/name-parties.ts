import { partyName } from "./party-name.ts";
import { joinWords } from "./testimonium.ts";

/** Replaces `{parties}` in a sentence with the names of the parties of these codes. */
export function nameParties(sentence: string, codes: string[], language: string): string {
  const names = codes.map((code) => partyName({ code }, language));
  return sentence.replace("{parties}", joinWords(names, language));
}
