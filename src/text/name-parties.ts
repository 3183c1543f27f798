import { partyName } from "./party-name.ts";
import { joinWords } from "./testimonium.ts";

/** Replaces `{parties}` in a sentence with the names of the parties of these codes. */
export function nameParties(
  sentence: string,
  codes: string[],
  language: string,
  nameOf = (code: string) => partyName({ code }, language),
): string {
  return sentence.replace("{parties}", joinWords(codes.map(nameOf), language));
}
