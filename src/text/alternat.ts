import { literal } from "./literal.ts";
import type { SourceParty } from "./party-name.ts";
import { partyName, type Source } from "./source.ts";
import { joinWords } from "./testimonium.ts";

/**
 * The source of one party's own original: it lists that party first and lets it sign first, and nothing else differs.
 * The small form changes the title, the opening and the closing formulae. The large form changes every list of the
 * parties.
 */
export function alternatOf(source: Source, party: string, form: "small" | "large"): Source {
  const own = source.parties.find(({ code }) => code === party);
  if (!own) throw new Error(`${party} is not a party.`);
  const parties = [own, ...source.parties.filter((one) => one !== own)];
  const texts = Object.entries(source.texts).map(([language, text]) => {
    const [before, after] = [
      listOf(source.parties, language, source),
      listOf(parties, language, source),
    ];
    if (form === "large") return [language, text.replaceAll(before, after)];
    const body = text.search(/^## /m);
    const opening = body === -1 ? text : text.slice(0, body);
    return [language, opening.replace(before, after) + text.slice(opening.length)];
  });
  return { ...source, parties, texts: Object.fromEntries(texts) };
}

/** The languages whose opening does not contain the list of the parties; no alternat is possible in them. */
export function withoutList(source: Source): string[] {
  return Object.entries(source.texts)
    .filter(([language, text]) => !text.includes(listOf(source.parties, language, source)))
    .map(([language]) => language);
}

function listOf(parties: SourceParty[], language: string, { given }: Source): string {
  return joinWords(
    parties.map((party) => literal(partyName(party, language))),
    language,
    given,
  );
}
