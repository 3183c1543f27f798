import { exchanged } from "#workflows/exchange.ts";
import {
  amendableTerms,
  instruments,
  meansOfConsent,
  ordinaryTerms,
  type StatedTerm,
  statedTerms,
  type Terms,
  type TiedTerm,
  tiedTerms,
} from "#workflows/terms.ts";
import { capital } from "./capital.ts";
import { entryInWords } from "./entry-in-words.ts";
import { participationInWords } from "./participation-in-words.ts";
import { reservationsInWords } from "./reservations-in-words.ts";
import { type TermName, type TermWords, termWords } from "./term-words.ts";

export {
  amendableTerms,
  exchanged,
  instruments,
  meansOfConsent,
  ordinaryTerms,
  type StatedTerm,
  statedTerms,
  type TermName,
  type Terms,
  type TiedTerm,
  tiedTerms,
};

/** The terms that people read, in order. The rules on reservations belong to the reservations. */
export const termNames = [
  "binding",
  "consent",
  "consentBy",
  "entry",
  "provisional",
  "duration",
  "withdrawal",
  "minimumParties",
  "reservations",
  "territories",
  "declarations",
  "accession",
  "participation",
  "amendment",
  "settlement",
  "prevailing",
  "depositary",
  "objectionDays",
  "exchange",
  "alternat",
  "adoption",
  "authentication",
  "authority",
  "clearance",
  "zone",
] as const satisfies (keyof Terms & TermName)[];

/** How the reader's page writes what we have no words for: a day, a language, an IANA zone and a party. */
export type Namers = {
  day: (date: string) => string;
  languageName: (tag: string) => string;
  zoneName: (zone: string) => string;
  partyName: (code: string) => string;
  /** How many negotiate, where it is known: of two, nobody says “all” or “two thirds”. */
  parties?: number | undefined;
};

export type TermInWords = {
  term: TermName;
  name: string;
  sentence: string;
  /** The article of the text that states it, from 1. */
  article: number | null;
};

/**
 * The terms of an agreement as a name and a sentence each, in one of the letters' languages; English for any other.
 * Numbers are figures. Pure.
 */
export function termsInWords(terms: Terms, language: string, namers: Namers): TermInWords[] {
  return termNames.map((term) => ({ term, ...termInWords(terms, term, language, namers) }));
}

/** In an amendment: the terms of the amended instrument as they are after it, in the same words. */
export function amendedInWords(terms: Terms, language: string, namers: Namers): TermInWords[] {
  const { amended } = terms;
  if (!amended) return [];
  const after = { ...ordinaryTerms, ...amended } as Terms;
  return termNames
    .filter((term) => (amended as Partial<Terms>)[term] !== undefined)
    .map((term) => ({ term, ...termInWords(after, term, language, namers), article: null }));
}

/** One term as a name and a sentence. */
export function termInWords(
  terms: Terms,
  term: TermName,
  language: string,
  namers: Namers,
): Omit<TermInWords, "term"> {
  const words = termWords(language);
  const sentence = capital(sentences[term](terms, words, namers), words.language);
  return {
    name: words.name(term),
    sentence,
    article: terms.articles?.[term as TiedTerm] ?? null,
  };
}

type Sentence = (terms: Terms, words: TermWords, namers: Namers) => string;

const sentences: Record<TermName, Sentence> = {
  binding: ({ binding }, { say }) => say(binding ? "binding.yes" : "binding.no"),
  consent: ({ consent }, { say, join }) => {
    const ways = consent.map((one) => say(`consent.${one}`));
    return say("consent.by", { ways: join("join.or", ways) });
  },
  consentBy: ({ consent, consentBy }, { say, join }) => {
    if (!consent.includes("subject-to-ratification")) return say("consent-by.none");
    if (!consentBy) return say("consent-by.any");
    return join(
      "join.comma",
      consentBy.map((one) => say(`consent-by.${one}`)),
    );
  },
  entry: ({ entry }, words, namers) => entryInWords(entry, words, namers),
  provisional: ({ provisional }, { say }) => say(`provisional.${provisional}`),
  duration: (terms, { say, count, join }, namers) => {
    const { duration } = terms;
    const parties = lasting(terms, namers);
    if (duration === "unlimited") return say("duration.unlimited");
    const { years, renewal, periodYears = years, optOut, decidedBy = "all" } = duration;
    const further = count("years", periodYears);
    const whole = say(`duration.${renewal}`, { period: count("years", years), further });
    if (decidedBy !== "all")
      return join("join.then", [whole, say(`decided-by.${decidedBy}`, { parties })]);
    if (!optOut) return whole;
    const before = "days" in optOut ? count("days", optOut.days) : count("months", optOut.months);
    return join("join.then", [whole, say(`opt-out.${optOut.ends}`, { period: before, parties })]);
  },
  withdrawal: (terms, words, namers) =>
    withdrawalInWords(terms.withdrawal, words, lasting(terms, namers)),
  minimumParties: ({ minimumParties: number }, { say }) =>
    number === null ? say("minimum.none") : say("minimum.set", { number }),
  reservations: (terms, words) => reservationsInWords(terms, words),
  territories: ({ territories }, { say, count }) => {
    if (!territories) return say("territories.silent");
    if (!territories.declarations) return say("territories.none");
    const { delayDays = 0 } = territories;
    if (delayDays === 0) return say("territories.declared");
    return say("territories.later", { period: count("days", delayDays) });
  },
  declarations: ({ declarations }, { say, join, language }) => {
    if (!declarations) return say("declarations.none");
    return join(
      "join.then",
      declarations.map(({ kind, article, mandatory, title }) =>
        say(
          kind === "authority"
            ? "declarations.authority"
            : mandatory
              ? "declarations.mandatory"
              : "declarations.declaration",
          { article, title: title[language] ?? title.en ?? Object.values(title)[0] ?? "" },
        ),
      ),
    );
  },
  accession: ({ accession }, { say }) => say(accession ? "accession.yes" : "accession.no"),
  participation: ({ participation }, words, namers) =>
    participationInWords(participation, words, namers),
  amendment: (terms, { say }, namers) => {
    const { amendment } = terms;
    const parties = lasting(terms, namers);
    if (amendment === "silent") return say("amendment.silent");
    if (amendment.binds === "share") {
      return say(`amendment.${parties === 2 ? "all" : amendment.of}`, { parties });
    }
    if (amendment.binds !== "unless-objected") {
      return say(`amendment.${amendment.binds}`, { parties });
    }
    return say("amendment.unless-objected", { months: amendment.months });
  },
  settlement: ({ settlement }, { say }) => say(`settlement.${settlement}`),
  prevailing: ({ prevailing }, { say }, { languageName }) =>
    prevailing === null
      ? say("prevailing.none")
      : say("prevailing.one", { language: languageName(prevailing) }),
  depositary: ({ depositary }, { say }) => say(`depositary.${depositary}`),
  objectionDays: ({ objectionDays: days }, { say }) => say("objection.within", { days }),
  exchange: ({ exchange }, { say }, { partyName }) => {
    if (!exchange) return say("exchange.none");
    const { of, first } = exchange;
    if (of === "instruments" || first === undefined) return say(`exchange.${of}`);
    return say(`exchange.${of}-of`, { party: partyName(first) });
  },
  alternat: ({ alternat, exchange }, { say }, { parties = 0 }) =>
    say(exchange ? "alternat.own" : `alternat.${alternat}`, { parties }),
  adoption: ({ adoption }, { say }, { parties = 0 }) => {
    const { majority = "all" } = adoption ?? {};
    // A share of two votes is both.
    const both = parties === 2 && majority !== "consensus";
    return say(`adoption.${both ? "all" : majority}`, { parties });
  },
  authentication: ({ authentication }, { say }) => say(`authentication.${authentication}`),
  authority: ({ authority }, { say }) => say(`authority.${authority}`),
  clearance: ({ clearance }, { say }) => say(clearance ? "clearance.yes" : "clearance.no"),
  zone: ({ zone }, { say }, { zoneName }) => say("zone.is", { zone: zoneName(zone) }),
};

/** How many there will be; 0 where it is not known, as where others may accede. */
function lasting({ accession }: Terms, { parties = 0 }: Namers): number {
  return accession ? 0 : parties;
}

/** A silent text has twelve months, if withdrawal is admitted at all (VCLT article 56(2)). */
function withdrawalInWords(
  withdrawal: Terms["withdrawal"],
  { say, count, join }: TermWords,
  parties: number,
): string {
  if (withdrawal === "none") return say("withdrawal.none", { parties });
  if (withdrawal === "silent") return say("withdrawal.silent", { period: count("months", 12) });
  const [unit, n] =
    "months" in withdrawal
      ? (["months", withdrawal.months] as const)
      : (["days", withdrawal.days] as const);
  const { notBeforeYears, atYearEnd } = withdrawal;
  return join("join.comma", [
    n === 0 ? say("withdrawal.at-once") : say("withdrawal.notice", { period: count(unit, n) }),
    ...(notBeforeYears === undefined
      ? []
      : [say("withdrawal.not-before", { period: count("years", notBeforeYears) })]),
    ...(atYearEnd ? [say("withdrawal.at-year-end")] : []),
  ]);
}
