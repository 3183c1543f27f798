import type { CivilDate } from "./civil-date.ts";
import type { EntryConditions } from "./entry-conditions.ts";
import type { Exchange } from "./exchange.ts";
import type { MeansOfConsent } from "./instruments.ts";
import type { Participation } from "./participation-clause.ts";

export type { CivilDate } from "./civil-date.ts";
export {
  type Instrument,
  instruments,
  type MeansOfConsent,
  meansOfConsent,
} from "./instruments.ts";

/** How a representative may sign (VCLT articles 12 and 14). */
export type SigningAct = "definitive" | "ad-referendum" | "subject-to-ratification";

/** When the instrument enters into force (VCLT article 24). The last form applies if there is no clause. */
export type EntryClause =
  | { form: "last-signature" }
  | { form: "fixed-date"; date: CivilDate }
  | { form: "last-notification" }
  | { form: "after-last-notification"; days: number }
  | { form: "nth-deposit"; deposits: number; days: number }
  | { form: "month-after-nth-consent"; consents: number; months: number }
  | EntryConditions
  | { form: "all-consented" };

/** The text's rules on reservations (VCLT articles 19, 20(1) to (3), 20(5) and 23(2)). */
export type ReservationRules = {
  /** Articles to which no reservation may be made. */
  except?: number[] | undefined;
  /** The only articles to which one may be made (19(b)). */
  only?: number[] | undefined;
  /** Expressly authorised: no State need accept it. */
  authorised?: boolean | undefined;
  /** Expressly provided for at signature: no confirmation is needed. */
  atSignature?: boolean | undefined;
  /** Who accepts it: each State for itself, all contracting States (20(2)), or the competent organ (20(3)). */
  acceptance?: "each" | "all" | "organ" | undefined;
  /** Months in which a State may object; twelve if the text is silent. */
  objectionMonths?: number | undefined;
  /** Months in which an objection prevents the deposit of a late reservation; twelve if the text is silent. */
  lateMonths?: number | undefined;
};

/** What the text says on territories to which a party may or may not extend it (VCLT article 29). */
export type TerritorialClause = {
  /** Whether parties may declare to which of their territories it extends. */
  declarations: boolean;
  /** Days from the receipt of a declaration to its effect; none if absent. */
  delayDays?: number | undefined;
};

/** A declaration that the text requires or permits, or authorities that it asks parties to designate. */
export type DeclarationRule = {
  article: number;
  kind: "declaration" | "authority";
  /** Whether an instrument of consent without it is not in due form. */
  mandatory: boolean;
  /** What it is about, by language. */
  title: Record<string, string>;
};

/** The notice by which a party withdraws alone (VCLT articles 54(a) and 56): its period in months or in days. */
export type NoticeOfWithdrawal = ({ months: number } | { days: number }) & {
  /** Years of being a party before notice may be given. */
  notBeforeYears?: number | undefined;
  /** Whether it takes effect only at the end of the year in which the period ends. */
  atYearEnd?: boolean | undefined;
};

/**
 * By which majority of those present and voting a conference adopts the text. Two thirds, unless the same majority
 * decides otherwise (VCLT article 9(2)).
 */
export type Adoption = { majority: "consensus" | "two-thirds" | "three-quarters" | "majority" };

/** A notice against an automatic renewal: how long before the end of a period, and for whom it ends the instrument. */
export type OptOut = ({ months: number } | { days: number }) & { ends: "party" | "all" };

/** How long the instrument lasts, and how it goes on after that (VCLT article 54(a)). */
export type Duration = {
  years: number;
  renewal: "automatic" | "by-decision" | "none";
  /** Whether a party may keep out of an automatic renewal; absent if the text says nothing of it. */
  optOut?: OptOut | undefined;
  /** Who decides on a renewal: all the parties if absent, a majority of them, or an organ of the instrument. */
  decidedBy?: "all" | "majority" | "organ" | undefined;
  /** The years of each further period; as many as the first if absent. */
  periodYears?: number | undefined;
};

/**
 * How amendments bind: `all` when every party has accepted, `acceptors` those that have accepted (VCLT article 40(4)),
 * or every party once a share has, or has not objected within months.
 */
export type Amendment =
  | { binds: "all" | "acceptors" }
  | { binds: "share"; of: "two-thirds" | "three-quarters" | "majority" }
  | { binds: "unless-objected"; months: number };

/** The legal meaning of an instrument's final clauses, from its template and the chosen clauses. */
export type Terms = {
  /** Whether the text is meant to bind under international law. Each party attests its own view. */
  binding: boolean;
  /** Full powers are required, or dispensed with in practice (VCLT article 7(1)(a) and (b)). */
  authority: "full-powers" | "dispensed";
  /** Whether a party's clearance to sign is required, apart from its full powers. */
  clearance: boolean;
  /** How a conference adopts the text; absent if all that negotiate consent to it (VCLT article 9(1)). */
  adoption?: Adoption | undefined;
  /** What fixes the text (VCLT article 10): a procedure of two officers, initials, or signature itself. */
  authentication: "officers" | "initials" | "signature";
  consent: SigningAct[];
  /** By what a signatory consents after signature; by any instrument, and none but them, if absent. */
  consentBy?: MeansOfConsent[] | undefined;
  /** Concluded by an exchange of instruments (VCLT article 13); absent if all sign one text. */
  exchange?: Exchange | undefined;
  entry: EntryClause;
  /** Provisional application (VCLT article 25). */
  provisional: "none" | "from-signature";
  /** VCLT article 19. A text that is silent permits what its object and purpose permit. */
  reservations: "silent" | "permitted" | "prohibited";
  /** The text's other rules on reservations; absent if it has none. */
  reservationRules?: ReservationRules | undefined;
  /** Territorial application; absent if the text is silent, so that it binds a party in all its territory. */
  territories?: TerritorialClause | undefined;
  /** The declarations and authorities that the text provides for; absent if it has none. */
  declarations?: DeclarationRule[] | undefined;
  duration: Duration | "unlimited";
  /** `none` excludes it, but for the consent of all. A text that is silent has twelve months, if any (VCLT 56). */
  withdrawal: NoticeOfWithdrawal | "none" | "silent";
  /** Whether each party has its own original, and how far the alternat's order applies. */
  alternat: "none" | "small" | "large";
  /** Days in which a party may object to a correction (VCLT article 79(2)). */
  objectionDays: number;
  /** Whether others may accede (VCLT article 15). */
  accession: boolean;
  /** Who may sign and accede, until and from when; absent if those that negotiated sign, and anyone may accede. */
  participation?: Participation | undefined;
  /** A text that is silent is amended by agreement (VCLT articles 39 and 40). */
  amendment: Amendment | "silent";
  /** How a dispute is settled (Charter of the United Nations, Article 33(1)). */
  settlement: "silent" | "negotiation" | "conciliation" | "arbitration" | "court";
  /** The language whose text prevails if they differ; null if all are equally authentic (VCLT article 33(1)). */
  prevailing: string | null;
  /** Who keeps the instrument (VCLT article 76): the office, or nobody. */
  depositary: "office" | "none";
  /** How many parties must remain; null unless the text says so (VCLT article 55). */
  minimumParties: number | null;
  /** The IANA zone in which the instrument's days begin and end. */
  zone: string;
  /** The article of the text that each term comes from, where it has one. */
  articles?: TermArticles | undefined;
  /** In an amendment: the terms of the amended instrument that it changes, between those it binds. */
  amended?: AmendedTerms | undefined;
};

/** The terms that an amendment can change, as they are after it (VCLT articles 39 to 41). */
export const amendableTerms = [
  "provisional",
  "reservations",
  "reservationRules",
  "duration",
  "withdrawal",
  "accession",
  "amendment",
  "settlement",
  "prevailing",
  "depositary",
  "minimumParties",
] as const satisfies (keyof Terms)[];
export type AmendableTerm = (typeof amendableTerms)[number];
export type AmendedTerms = { [term in AmendableTerm]?: Terms[term] | undefined };

/** The terms that an article of the text may state. */
export const statedTerms = [
  "consent",
  "entry",
  "provisional",
  "reservations",
  "duration",
  "withdrawal",
  "accession",
  "amendment",
  "settlement",
  "prevailing",
  "depositary",
  "minimumParties",
] as const satisfies (keyof Terms)[];
export type StatedTerm = (typeof statedTerms)[number];

/** The terms that are tied to an article: those that words are compared with, and the participation clause. */
export const tiedTerms = [...statedTerms, "participation"] as const;
export type TiedTerm = (typeof tiedTerms)[number];

/** Numbers of articles, from 1. */
export type TermArticles = { [term in TiedTerm]?: number };

/** Some of the terms. */
export type SomeTerms = { [term in keyof Terms]?: Terms[term] | undefined };

/** What a term and the words of a text say differently. */
export type TermDifference = {
  term: StatedTerm;
  language: string;
  /** The article that says something else; null if the text says nothing. */
  article: number | null;
  /** The paragraph's printed number, if it has one. */
  paragraph?: string | undefined;
  kind: string;
  /** What the words say, and the term on record. */
  stated: unknown;
  recorded: unknown;
  /** The words, as written. */
  found: string[];
};

/** A difference as a version keeps it: its key stays while the same words and the same term stay. */
export type KeptDifference = TermDifference & { key: string };

/** The terms that apply if an instrument is silent. */
export const ordinaryTerms: Terms = {
  binding: true,
  authority: "full-powers",
  clearance: true,
  authentication: "officers",
  consent: ["definitive"],
  entry: { form: "all-consented" },
  provisional: "none",
  reservations: "silent",
  duration: "unlimited",
  withdrawal: "silent",
  alternat: "none",
  objectionDays: 90,
  accession: false,
  amendment: "silent",
  settlement: "silent",
  prevailing: null,
  depositary: "office",
  minimumParties: null,
  zone: "UTC",
};
