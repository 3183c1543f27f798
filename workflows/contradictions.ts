import { isWordedForNotes } from "./exchange.ts";
import type { EntryClause, Terms } from "./terms.ts";

/** Terms that cannot hold together. `templates/contradictions.json` has the reason in words. */
export type Contradiction = {
  key: ContradictionKey;
  /** The term to point at. */
  term: keyof Terms;
  /** The article of a convention, or practice. */
  source: string;
  values: Record<string, number | string>;
};

export type ContradictionKey =
  | "exit-although-excluded"
  | "notice-after-the-end"
  | "further-period-without-renewal"
  | "rule-of-another-renewal"
  | "signature-does-not-bind"
  | "nothing-to-deposit"
  | "instruments-without-ratification"
  | "nobody-to-deposit-with"
  | "more-consents-than-parties"
  | "minimum-above-entry"
  | "rules-although-prohibited"
  | "only-and-except"
  | "open-although-last-signature"
  | "accession-unlike-participation"
  | "prevailing-language-unknown"
  | "article-unknown"
  | "amends-nothing"
  | "exchange-between-two"
  | "exchange-of-unknown-party"
  | "exchange-excludes-alternat"
  | "exchange-is-closed"
  | "exchange-without-words";

/** The agreement around the terms. */
export type Around = {
  /** How many take part. */
  parties: number;
  /** Their codes, where they are known. */
  codes?: string[] | undefined;
  languages: string[];
  /** How many articles its text has. */
  articles: number;
  /** Whether it amends another agreement. */
  amends: boolean;
};

/** The contradictions in a set of terms, in the order of the terms. Pure. */
export function contradictions(terms: Terms, around: Around): Contradiction[] {
  return [
    ...inEntry(terms, around),
    ...inParticipation(terms),
    ...inExchange(terms, around),
    ...inReservations(terms),
    ...inEnding(terms, around),
    ...inText(terms, around),
  ];
}

type Found = Contradiction[];

function found(
  key: ContradictionKey,
  term: keyof Terms,
  source: string,
  values: Contradiction["values"] = {},
): Contradiction {
  return { key, term, source, values };
}

/** Entry into force that cannot happen (VCLT article 24(1)). */
function inEntry(
  { entry, consent, consentBy, accession, depositary }: Terms,
  { parties }: Around,
): Found {
  const needed = consentsNeeded(entry);
  const all: Found = [];
  if (entry.form === "last-signature" && !consent.some((one) => one !== "subject-to-ratification"))
    all.push(found("signature-does-not-bind", "entry", "VCLT articles 12 and 14"));
  if (consentBy && !consent.includes("subject-to-ratification"))
    all.push(found("instruments-without-ratification", "consentBy", "VCLT article 14(1)"));
  if (entry.form === "nth-deposit" && depositary === "none")
    all.push(found("nobody-to-deposit-with", "depositary", "VCLT articles 16(b) and 76"));
  if (entry.form === "nth-deposit" && !accession && !consent.includes("subject-to-ratification"))
    all.push(found("nothing-to-deposit", "entry", "VCLT articles 14 to 16"));
  if (needed !== null && needed > parties && !accession)
    all.push(
      found("more-consents-than-parties", "entry", "VCLT article 24(1)", { needed, parties }),
    );
  return all;
}

/** A participation clause beside terms that exclude it (VCLT articles 12, 15 and 24). */
function inParticipation({ participation, accession, entry }: Terms): Found {
  if (participation === undefined) return [];
  const all: Found = [];
  const isOpen = participation.signature !== null && participation.signature.until !== "entry";
  if (isOpen && ["last-signature", "last-notification"].includes(entry.form))
    all.push(found("open-although-last-signature", "participation", "VCLT articles 12 and 24"));
  if ((participation.accession !== null) !== accession)
    all.push(found("accession-unlike-participation", "accession", "VCLT article 15"));
  return all;
}

/** An exchange that could not be made (VCLT article 13). */
function inExchange(
  { exchange, alternat, participation }: Terms,
  { parties, codes, languages }: Around,
): Found {
  if (exchange === undefined) return [];
  const { of, first } = exchange;
  const all: Found = [];
  // Before the parties are chosen there is nothing to count.
  if (parties > 2)
    all.push(found("exchange-between-two", "exchange", "VCLT article 13", { parties }));
  if (first !== undefined && codes && !codes.includes(first))
    all.push(found("exchange-of-unknown-party", "exchange", "VCLT article 13", { party: first }));
  if (alternat !== "none") all.push(found("exchange-excludes-alternat", "alternat", "Practice"));
  if (participation?.signature)
    all.push(found("exchange-is-closed", "participation", "VCLT article 13"));
  const language = languages.find((tag) => !isWordedForNotes(tag));
  if (language !== undefined)
    all.push(found("exchange-without-words", "exchange", "Practice", { language, of }));
  return all;
}

/** Rules on reservations that cannot apply (VCLT article 19). */
function inReservations({ reservations, reservationRules = {} }: Terms): Found {
  const { only, except } = reservationRules;
  const all: Found = [];
  if (
    reservations === "prohibited" &&
    Object.values(reservationRules).some((one) => one !== undefined)
  )
    all.push(found("rules-although-prohibited", "reservationRules", "VCLT article 19(a)"));
  if (only !== undefined && except !== undefined)
    all.push(found("only-and-except", "reservationRules", "VCLT article 19(b)"));
  return all;
}

/** Ways to end that exclude each other (VCLT articles 54 to 56). */
function inEnding(terms: Terms, { parties }: Around): Found {
  const { duration, withdrawal, minimumParties, entry } = terms;
  const all: Found = [];
  if (duration !== "unlimited") {
    const { years, renewal, periodYears, optOut, decidedBy } = duration;
    const wait = typeof withdrawal === "object" ? (withdrawal.notBeforeYears ?? 0) : 0;
    if (withdrawal === "none" && renewal === "automatic")
      all.push(found("exit-although-excluded", "withdrawal", "VCLT articles 54 and 56"));
    if (renewal === "none" && wait >= years)
      all.push(found("notice-after-the-end", "withdrawal", "VCLT article 54(a)", { wait, years }));
    if (renewal === "none" && periodYears !== undefined)
      all.push(found("further-period-without-renewal", "duration", "VCLT article 54(a)"));
    if ((optOut && renewal !== "automatic") || (decidedBy && renewal !== "by-decision"))
      all.push(found("rule-of-another-renewal", "duration", "VCLT article 54(a)"));
  }
  const needed = consentsNeeded(entry) ?? parties;
  if (minimumParties !== null && minimumParties > needed)
    all.push(
      found("minimum-above-entry", "minimumParties", "VCLT articles 24(1) and 55", {
        minimum: minimumParties,
        needed,
      }),
    );
  return all;
}

function inText(
  { prevailing, amended, declarations = [], articles = {} }: Terms,
  around: Around,
): Found {
  const all: Found = [];
  if (prevailing !== null && !around.languages.includes(prevailing))
    all.push(found("prevailing-language-unknown", "prevailing", "VCLT article 33(1)"));
  if (amended !== undefined && !around.amends)
    all.push(found("amends-nothing", "amended", "VCLT article 39"));
  for (const { article } of declarations) {
    if (article <= around.articles) continue;
    const values = { article, articles: around.articles };
    all.push(found("article-unknown", "declarations", "Practice", values));
    break;
  }
  for (const article of Object.values(articles)) {
    if (article === undefined || article <= around.articles) continue;
    const values = { article, articles: around.articles };
    all.push(found("article-unknown", "articles", "Practice", values));
    break;
  }
  return all;
}

/** How many consents the clause counts; null if it needs those of all that negotiated. */
function consentsNeeded(entry: EntryClause): number | null {
  switch (entry.form) {
    case "nth-deposit":
      return entry.deposits;
    case "month-after-nth-consent":
      return entry.consents;
    case "fixed-date":
      return 2;
    default:
      return null;
  }
}
