/** A day without a time, in the instrument's zone: `2026-11-23`. */
export type CivilDate = string;

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
  | { form: "all-consented" };

/** The text's rules on reservations (VCLT articles 20(1) to (3), 20(5) and 23(2)). */
export type ReservationRules = {
  /** Expressly authorised: no State need accept it. */
  authorised?: boolean | undefined;
  /** Expressly provided for at signature: no confirmation is needed. */
  atSignature?: boolean | undefined;
  /** Who accepts it: each State for itself, or the organisation's competent organ. */
  acceptance?: "each" | "organ" | undefined;
  /** Months in which a State may object; twelve if the text is silent. */
  objectionMonths?: number | undefined;
};

/** The legal meaning of an instrument's final clauses, from its template and the chosen clauses. */
export type Terms = {
  /** Whether the text is meant to bind under international law. Each party attests its own view. */
  binding: boolean;
  /** Full powers are required, or dispensed with in practice (VCLT article 7(1)(a) and (b)). */
  authority: "full-powers" | "dispensed";
  /** Whether a party's clearance to sign is required, apart from its full powers. */
  clearance: boolean;
  /** What fixes the text (VCLT article 10): a procedure of two officers, initials, or signature itself. */
  authentication: "officers" | "initials" | "signature";
  consent: SigningAct[];
  entry: EntryClause;
  /** Provisional application (VCLT article 25). */
  provisional: "none" | "from-signature";
  /** VCLT article 19. */
  reservations: "permitted" | "prohibited";
  /** The text's other rules on reservations; absent if it is silent. */
  reservationRules?: ReservationRules | undefined;
  duration: { years: number; renewal: "automatic" | "by-decision" } | "unlimited";
  /** Months of notice, and the years before which no notice can be given (VCLT articles 54 to 56). */
  withdrawal: { months: number; notBeforeYears?: number | undefined } | "none";
  /** Whether each party has its own original, and how far the alternat's order applies. */
  alternat: "none" | "small" | "large";
  /** Days in which a party may object to a correction (VCLT article 79(2)). */
  objectionDays: number;
  /** Whether others may accede (VCLT article 15). */
  accession: boolean;
  /** The IANA zone in which the instrument's days begin and end. */
  zone: string;
};

/** The terms that apply if an instrument is silent. */
export const ordinaryTerms: Terms = {
  binding: true,
  authority: "full-powers",
  clearance: true,
  authentication: "officers",
  consent: ["definitive"],
  entry: { form: "all-consented" },
  provisional: "none",
  reservations: "permitted",
  duration: "unlimited",
  withdrawal: { months: 12 },
  alternat: "none",
  objectionDays: 90,
  accession: false,
  zone: "UTC",
};
