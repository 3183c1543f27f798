import { type CivilDate, ordinaryTerms, type SigningAct, type Terms } from "./terms.ts";

/** Full powers, or an office that needs none (VCLT article 7), as they were presented for a party. */
export type Credential = {
  id: string;
  party: string;
  kind: "full-powers" | "ex-officio";
  /** The representative whom they name. */
  person: string;
  /** What they authorise: negotiate, adopt, authenticate, sign. */
  acts: string[];
  from: CivilDate;
  until: CivilDate | null;
  presentedBy: string;
  verifiedBy: string[];
  /** Rejected by the secretariat, or revoked by the party. */
  void: boolean;
};

/** An act by which a party expressed consent, or came nearer to it, and the day on which it counts. */
export type ConsentAct = {
  party: string;
  act: "signature" | "confirmation" | "deposit" | "accession" | "notification";
  /** How it was signed; null for what is no signature. */
  as: SigningAct | null;
  on: CivilDate;
};

export type Reservation = {
  id: string;
  party: string;
  kind: "reservation" | "declaration";
  /** The form of the signature it was made with; null if it came with an instrument of consent, or alone. */
  signedAs: SigningAct | null;
  madeOn: CivilDate;
  /** The day of its formal confirmation (VCLT article 23(2)). */
  confirmedOn: CivilDate | null;
  withdrawn: boolean;
  /** By party: when the depositary circulated it, and when that State was notified. */
  notified: Record<string, { circulatedOn: CivilDate; notifiedOn: CivilDate }>;
  answeredBy: string[];
};

/** An act that an officer has recorded and that waits for a second one. */
export type Proposal = {
  id: string;
  by: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
};

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
  /** The day on which signing was opened. */
  openedOn: CivilDate | null;
  signedBy: string[];
  /** Groups of parties that sign one after the other; empty where everyone signs at any time. */
  groups: string[][];
  /** How many signatures suffice at the end of the window; null where every party is needed. */
  quorum: number | null;
  /** Which parties are States; the others are international organisations. */
  states: string[];
  terms: Terms;
  /** Each party's stage, as the participation machine names it. */
  standing: Record<string, string>;
  credentials: Credential[];
  /** Parties whose clearance to sign the current text is on record. */
  cleared: string[];
  initialledBy: string[];
  /** Signatures recorded by an officer from paper, waiting for the second: party, officer, and their words. */
  paper: { party: string; by: string; key: string }[];
  consents: ConsentAct[];
  /** Dates of entry into force that the secretariat has put on record. */
  entry: { instrument: CivilDate | null; parties: Record<string, CivilDate> };
  /** Parties that apply the instrument before it is in force (VCLT article 25). */
  provisionalBy: string[];
  reservations: Reservation[];
  /** Withdrawal notices that are running, and when they take effect. */
  notices: Record<string, CivilDate>;
  /** Of each party the last day on which each of its acts counts: `{ KZ: { "give-notice": "2027-03-01" } }`. */
  lastDays: Record<string, Record<string, CivilDate>>;
  /** Acts that wait for a second officer, those that have expired included. */
  proposals: Proposal[];
  agreedToSuspension: string[];
  agreedToTermination: string[];
  /** The end of the present period, where the duration is fixed and has begun. */
  expiresOn: CivilDate | null;
  /** The correction that is proposed, until when it may be objected to. */
  correction: { until: CivilDate } | null;
  /** Until when the round's answers are asked for, an instant. */
  respondBy: string | null;
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
  openedOn: null,
  groups: [],
  quorum: null,
  states: [],
  terms: ordinaryTerms,
  standing: {},
  credentials: [],
  cleared: [],
  initialledBy: [],
  paper: [],
  consents: [],
  entry: { instrument: null, parties: {} },
  provisionalBy: [],
  reservations: [],
  notices: {},
  lastDays: {},
  proposals: [],
  agreedToSuspension: [],
  agreedToTermination: [],
  expiresOn: null,
  correction: null,
  respondBy: null,
  signedBy: [],
  agreedToWithdrawal: [],
  withdrawnBy: [],
};
