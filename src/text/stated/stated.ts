import type { Amendment, Duration, EntryClause, StatedTerm, Terms } from "#workflows/terms.ts";

/** What a text may say about each term, in the shape of the term itself. */
export type StatedValues = {
  /** The ways to consent that the text names. It need not name signature ad referendum. */
  consent: ("definitive" | "subject-to-ratification")[];
  entry: EntryClause;
  provisional: "from-signature";
  reservations: { rule: "permitted" | "prohibited"; except?: number[] | undefined };
  duration:
    | (Omit<Duration, "renewal"> & { renewal?: Duration["renewal"] | undefined })
    | "unlimited";
  withdrawal: Exclude<Terms["withdrawal"], "silent">;
  accession: boolean;
  amendment: Amendment;
  settlement: Exclude<Terms["settlement"], "silent">;
  /** The language whose text prevails; null if the texts are equally authentic. */
  prevailing: string | null;
  depositary: "office" | "none";
  minimumParties: number;
};

/** What an article says about a term. */
export type Stated = {
  [term in StatedTerm]: {
    term: term;
    value: StatedValues[term];
    /** The article's number. */
    article: number;
    /** The paragraph's printed number, if it has one. */
    paragraph: string | undefined;
    /** The words that say so, as written. */
    found: string[];
    /** Parts of the value about which the article has words that we do not read. */
    unread: string[];
    /** A number that is written in words and in figures, which differ. */
    differ: { word: number; figure: number } | undefined;
  };
}[StatedTerm];
