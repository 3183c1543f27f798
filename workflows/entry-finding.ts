import type { CivilDate } from "./civil-date.ts";

/** The act that completed a party's consent, and the day on which it counts: of signature, or of receipt (VCLT 78). */
export type Consent = {
  party: string;
  on: CivilDate;
  act: "signature" | "notification" | "deposit" | "confirmation" | "accession" | "succession";
  /** The day on which the party withdrew its consent, if it did. */
  withdrawnOn?: CivilDate | undefined;
  /** The end of the participation that it began, if the party has consented again since. */
  endedOn?: CivilDate | undefined;
};

export type EntryRecord = {
  /** The States and organisations that took part in drafting the text. */
  negotiating: string[];
  consents: Consent[];
  /**
   * Acts that a clause may count though they did not complete a consent: signatures subject to ratification,
   * notifications beside deposits.
   */
  acts?: Consent[] | undefined;
  /** Days of entry into force of other instruments, by the name that the clause gives them. */
  others?: Record<string, CivilDate> | undefined;
};

/** One step of the reasoning. `templates/derivations.json` has its words in each language. */
export type Sentence = { key: string; values: Record<string, string | number> };

export type Finding =
  | { state: "waiting"; missing: number | string[]; derivation: Sentence[] }
  | { state: "dated"; on: CivilDate; derivation: Sentence[] };
