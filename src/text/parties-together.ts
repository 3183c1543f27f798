import type { Named } from "./party-forms.ts";
import { knownParties, namedIn, partyGenitive, partyName, type SourceParty } from "./party-name.ts";
import { joinWords } from "./testimonium.ts";

const shortNames = new Map(knownParties.map(({ code, short }) => [code, short]));

/** A name for lists and subjects: of a State without its form of government (UNTERM), else the official name. */
export function nameForLists(party: SourceParty, language: string): string {
  const short = party.code ? shortNames.get(party.code)?.[language] : undefined;
  return short ?? partyName(party, language);
}

/** Several parties as one name: `A and B`, each in the requested form. */
export function namedTogether(parties: SourceParty[], language: string): Named {
  const [only, ...others] = parties;
  if (only && others.length === 0) return namedIn(only, language);
  const of = parties.map((party) => partyGenitive(party, language));
  const name = joinWords(
    parties.map((party) => partyName(party, language)),
    language,
  );
  return { name, forms: { genitive: joinWords(of, language), gender: "plural" } };
}
