import type { ConsentAct, Succession } from "./consent-acts.ts";
import type { Correction } from "./correction-record.ts";
import { type EndingFacts, noEndings } from "./ending-facts.ts";
import type { WayIn } from "./participation-clause.ts";
import type { PartyKind } from "./party-kinds.ts";
import { noRegistration, type Registration } from "./registration-record.ts";
import type { Reservation } from "./reservation-record.ts";
import { type AmendedTerms, type CivilDate, ordinaryTerms, type Terms } from "./terms.ts";

export type { ConsentAct, Succession } from "./consent-acts.ts";

/** Full powers, or an office that needs none (VCLT article 7), as presented for a party. */
export type Credential = {
  id: string;
  party: string;
  kind: "full-powers" | "ex-officio";
  /** The representative they name. */
  person: string;
  /** What they authorise: negotiate, adopt, authenticate, sign. */
  acts: string[];
  from: CivilDate;
  until: CivilDate | null;
  presentedBy: string;
  verifiedBy: string[];
  /** Whether the secretariat rejected them or the party revoked them. */
  void: boolean;
};

/** A declaration under an article that stands. */
export type ArticleDeclaration = { id: string; party: string; article: number };

/** Another instrument that amends this one and is in force. */
export type Amendment = {
  id: string;
  reference: string;
  /** The day of its entry into force, and that for each of its parties. */
  on: CivilDate;
  since: Record<string, CivilDate>;
  /** The terms of this instrument that it changes. */
  terms: AmendedTerms;
};

/** An act that an officer recorded and that waits for a second one. */
export type Proposal = {
  id: string;
  by: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
};

/**
 * What is on record about one agreement, read from rows before each act. Lists of people, parties and languages are for
 * the current text only: acts on an earlier text no longer count.
 */
export type Facts = EndingFacts & {
  /** Authentic languages (BCP 47), in the agreement's order. */
  languages: string[];
  /** Those that negotiated, signed or joined, in their order: States and organisations, by code. */
  parties: string[];
  /** Those of them that did not negotiate (VCLT article 2(1)(e)), but signed or acceded later. */
  joined: string[];
  /** The others that may become parties, and are notified (VCLT article 77(1)(e)). */
  entitled: string[];
  /** What the participation clause opens to those that did not negotiate. */
  waysIn: Record<string, WayIn[]>;
  /** sha-256 of the canonical text: all authentic texts together. */
  digest: string;
  /** Languages that have a text. */
  written: string[];
  /** The digest last circulated, if any. */
  circulated: string | null;
  /** What terms and words say differently in the current text, by key; without what two officers have dismissed. */
  differences: string[];
  /** The officers who have dismissed each difference. */
  dismissedBy: Record<string, string[]>;
  /** The author of each language's current text. */
  drafters: Record<string, string>;
  approvedBy: string[];
  /** When and how the current text was adopted; null as long as it is not (VCLT article 9). */
  adoption: { on: CivilDate; rule: string } | null;
  /** Parties that have asked to open the authentic text again. */
  reopenAskedBy: string[];
  certified: string[];
  /** The designated signatory of each party. */
  signatories: Record<string, string>;
  authenticatedBy: string[];
  /** sha-256 of the typeset original, the file that is shown and signed. */
  original: string | null;
  openedBy: string[];
  /** When signing closes, as set by the officers who opened it; an instant (RFC 3339, UTC). */
  closesAt: string | null;
  /** The day on which signing was opened. */
  openedOn: CivilDate | null;
  signedBy: string[];
  /** Groups of parties that sign one after the other; empty if everyone signs at any time. */
  groups: string[][];
  /** How many signatures suffice at the end of the window; null if every party is needed. */
  quorum: number | null;
  /** The parties that are States, also those that take part as their Government. */
  states: string[];
  /** What each party is; a ministry or agency is a body of the State behind it. */
  kinds: Record<string, PartyKind>;
  /** The State behind each ministry or agency. */
  behind: Record<string, string>;
  /** The States that take part as their Government. */
  governments: string[];
  terms: Terms;
  /** Each party's state in the participation machine. */
  standing: Record<string, string>;
  credentials: Credential[];
  /** Full powers lodged once for all instruments, of the parties to this one. */
  generalPowers: Credential[];
  /** Parties whose clearance to sign the current text is on record. */
  cleared: string[];
  initialledBy: string[];
  /**
   * Signatures on paper recorded by one officer and waiting for the second: party, officer, and a key of the details.
   */
  paper: { party: string; by: string; key: string }[];
  consents: ConsentAct[];
  /** Successions of States that stand. */
  successions: Succession[];
  /** The territories to which each party has extended the instrument, or not, as it named them. */
  territories: { party: string; name: string }[];
  /** Declarations under articles that stand. */
  declared: ArticleDeclaration[];
  /** Dates of entry into force recorded by the secretariat. */
  entry: { instrument: CivilDate | null; parties: Record<string, CivilDate> };
  /** Parties that apply the instrument before it is in force (VCLT article 25). */
  provisionalBy: string[];
  reservations: Reservation[];
  /** Running withdrawal notices, and when they take effect. */
  notices: Record<string, CivilDate>;
  /**
   * For each party and act type, the last day on which such an act counts: `{ KZ: { "give-notice": "2027-03-01" } }`.
   */
  lastDays: Record<string, Record<string, CivilDate>>;
  /** Acts that wait for a second officer, including expired ones. */
  proposals: Proposal[];
  agreedToSuspension: string[];
  agreedToTermination: string[];
  /** The end of the current period, if the duration is fixed and has begun. */
  expiresOn: CivilDate | null;
  /** The correction proposed last, and the States' answers to it. */
  correction: Correction | null;
  /** Corrections of a text registered with the United Nations of which its Secretariat was not told (VCLT 79(5)). */
  correctionsToNotify: string[];
  /** How many certified true copies were issued. */
  copies: number;
  /** What was sent to the United Nations and registered there. */
  registration: Registration;
  /** When the round's answers are due, an instant. */
  respondBy: string | null;
  /** Parties that have signed and agreed to the withdrawal of the agreement. */
  agreedToWithdrawal: string[];
  /** Officers who have recorded the withdrawal. */
  withdrawnBy: string[];
  /** The amendments that are in force, oldest first. */
  amendments: Amendment[];
};

/** The facts of an agreement with an empty record. */
export const noFacts: Facts = {
  languages: [],
  parties: [],
  joined: [],
  entitled: [],
  waysIn: {},
  digest: "",
  written: [],
  circulated: null,
  differences: [],
  dismissedBy: {},
  drafters: {},
  approvedBy: [],
  adoption: null,
  reopenAskedBy: [],
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
  kinds: {},
  behind: {},
  governments: [],
  terms: ordinaryTerms,
  standing: {},
  credentials: [],
  generalPowers: [],
  cleared: [],
  initialledBy: [],
  paper: [],
  consents: [],
  successions: [],
  territories: [],
  declared: [],
  entry: { instrument: null, parties: {} },
  provisionalBy: [],
  reservations: [],
  notices: {},
  lastDays: {},
  proposals: [],
  agreedToSuspension: [],
  agreedToTermination: [],
  ...noEndings,
  expiresOn: null,
  registration: noRegistration,
  correction: null,
  correctionsToNotify: [],
  copies: 0,
  respondBy: null,
  signedBy: [],
  agreedToWithdrawal: [],
  withdrawnBy: [],
  amendments: [],
};
