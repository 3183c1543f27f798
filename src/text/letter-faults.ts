import { type Fault, Refusal } from "#src/errors.ts";
import {
  type AgreementLetter,
  agreementLetters,
  letters,
  ofAgreement,
} from "#workflows/letters.ts";
import { languagesOf } from "./languages.ts";
import { faultOf, readPlaceholder } from "./placeholder.ts";

/** What a letter's sentences may decline or agree with. */
const declinable = { names: ["party"], days: ["until"] };

/**
 * Checks the texts of all letters: each in each language, with places that it has values for and forms that the language
 * has.
 * @param texts content by `letters/<letter>/<language>.md`; other files are not looked at
 * @throws Refusal `invalid-template` with file and line of each fault
 */
export function checkLetters(texts: Record<string, string>): void {
  const errors = Object.entries(letters).flatMap(([name, { says }]) =>
    languagesOf("letters").flatMap((language) => {
      const file = `letters/${name}/${language}.md`;
      const text = texts[file];
      if (text === undefined) return [{ file, detail: "is missing" }];
      const about = Object.hasOwn(agreementLetters, name as AgreementLetter) ? ofAgreement : [];
      return faultsIn(text, { file, language, known: ["recipient", "link", ...says, ...about] });
    }),
  );
  if (errors.length === 0) return;
  throw new Refusal("invalid-template", "A letter cannot be used.", { errors });
}

type Of = { file: string; language: string; known: readonly string[] };

function faultsIn(text: string, { file, language, known }: Of): Fault[] {
  return text.split("\n").flatMap((row, index) =>
    [...row.matchAll(/\{\{([^{}]*)\}\}/g)].flatMap(([whole, inner = ""]) => {
      const read = readPlaceholder(inner);
      const fault =
        read && known.includes(read.name)
          ? faultOf(read, language, declinable)
          : "is not known to this letter";
      return fault ? [{ file, line: index + 1, detail: `${whole} ${fault}` }] : [];
    }),
  );
}
