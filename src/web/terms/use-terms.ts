import {
  amendedInWords,
  type TermName,
  type Terms,
  termInWords,
  termsInWords,
} from "#src/text/terms-in-words.ts";
import { usePartyName } from "../parties/use-parties.ts";
import { useFormat } from "../words/format.ts";
import { useZones } from "../words/zone.ts";

/**
 * The terms of an agreement in the reader's language, in the words for this number of parties. A choice among terms, and
 * the terms of another agreement, are said for any number.
 */
export function useTerms(parties?: number) {
  const { language, day, languageName } = useFormat();
  const { zoneLabel } = useZones();
  const partyName = usePartyName();
  const namers = { day, languageName, zoneName: (zone: string) => zoneLabel(zone), partyName };
  const own = { ...namers, parties };
  return {
    all: (terms: Terms) => termsInWords(terms, language, own),
    /** In an amendment: what becomes of the amended agreement's terms. */
    amended: (terms: Terms) => amendedInWords(terms, language, namers),
    one: (terms: Terms, term: TermName) => termInWords(terms, term, language, own),
    /** How one value reads, for a choice of it. */
    sentence: (terms: Terms, term: TermName) => termInWords(terms, term, language, namers).sentence,
  };
}
