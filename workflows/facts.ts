/**
 * What is on record about one agreement, read from rows before each act. Lists hold the people, parties
 * and languages for the current text only: what was done to an earlier text no longer counts.
 */
export type Facts = {
  /** Authentic languages, BCP 47, in the agreement's order. */
  languages: string[];
  /** Codes of the parties, in protocol order. */
  parties: string[];
  /** sha-256 of the canonical text: all authentic texts together. */
  digest: string;
  /** Languages that have a text. */
  written: string[];
  /** The digest that was last circulated, if any. */
  circulated: string | null;
  /** Who wrote each language's current text. */
  drafters: Record<string, string>;
  approvedBy: string[];
  certified: string[];
  /** The designated signatory of each party. */
  signatories: Record<string, string>;
  authenticatedBy: string[];
  /** sha-256 of the typeset original, the file that is shown and signed. */
  original: string | null;
  openedBy: string[];
  /** Until when signing is open, as the officers who opened it have set; an instant (RFC 3339, UTC). */
  closesAt: string | null;
  signedBy: string[];
  /** Parties that have signed and agreed that the agreement be withdrawn all the same. */
  agreedToWithdrawal: string[];
  /** Officers who have recorded the withdrawal. */
  withdrawnBy: string[];
};

/** The record of an agreement before anything is on it. */
export const noFacts: Facts = {
  languages: [],
  parties: [],
  digest: "",
  written: [],
  circulated: null,
  drafters: {},
  approvedBy: [],
  certified: [],
  signatories: {},
  authenticatedBy: [],
  original: null,
  openedBy: [],
  closesAt: null,
  signedBy: [],
  agreedToWithdrawal: [],
  withdrawnBy: [],
};
