import type { CivilDate, SigningAct } from "../terms.ts";

/** The roles that act. `service` is the service itself: jobs and deadlines. */
export const roles = [
  "legal-officer",
  "representative",
  "archivist",
  "secretariat",
  "service",
] as const;

export type Role = (typeof roles)[number];

/** The office's roles that can be the second person. */
export type SecondRole = "legal-officer" | "secretariat" | "archivist";

/** The second person that an act needs. */
export type SecondPerson = {
  /** A member of one of these roles, other than the first person. */
  of: readonly SecondRole[];
  /** For every such act, for a day more than `recentDays` ago, or for dates that do not follow from the record. */
  when: "always" | "dates-back" | "other-dates";
  /** Whether the act waits as a proposal, or both people record the same act. */
  how: "confirmation" | "own-record";
};

/** What an act requires besides the role. */
export type Safeguards = {
  /** The person was verified within five minutes. An API key cannot be, so it never takes such an act. */
  fresh: boolean;
  /** Applies to an officer's act. A representative's own act needs no second person of the office. */
  second: SecondPerson | null;
  /** Whether the document that proves the act must be attached. */
  document: "always" | "dates-back" | null;
};

export const none: Safeguards = { fresh: false, second: null, document: null };
export const fresh: Safeguards = { ...none, fresh: true };
export const office = ["legal-officer", "secretariat"] as const;

/** Two people of these roles record the same act. */
export const together = (...of: SecondRole[]): Safeguards => ({
  ...fresh,
  second: { of, when: "always", how: "own-record" },
});

/** The act waits until a second person of these roles confirms it. */
export const confirmed = (...of: SecondRole[]): Safeguards => ({
  ...fresh,
  second: { of, when: "always", how: "confirmation" },
});

/** The act waits for a second person, and needs its document, if its day is more than `recentDays` ago. */
export const confirmedIfEarlier = (...of: SecondRole[]): Safeguards => ({
  ...fresh,
  second: { of, when: "dates-back", how: "confirmation" },
  document: "dates-back",
});

/** The act waits for a second person if it gives a reason for dates that do not follow from the record. */
export const confirmedIfOtherwise = (...of: SecondRole[]): Safeguards => ({
  ...fresh,
  second: { of, when: "other-dates", how: "confirmation" },
});

/** The groups of acts on the office's pages. */
export type Group = "text" | "signing" | "force" | "later" | "archive";

/** Everything known about an act except the law, which is in the machines. */
export type ActRow = {
  /** Who can take it. A representative acts only for their own party. */
  by: readonly Role[];
  /** The act's route is `POST /agreements/{id}/<resource>`; null if it has another route, or none. */
  resource: string | null;
  /**
   * `fresh`: acts that bind, end, date back, designate, certify, or change terms or parties. `second`: acts that end or
   * date back. `document`: a notice of withdrawal is an instrument (VCLT article 67(2)), a signature in ink has its
   * scan, and an earlier day has its proof.
   */
  needs: Safeguards;
  /** Its group on the office's pages. */
  group?: Group;
  /** Whether it moves an agreement forward, so that a page can offer it first. */
  leads?: true;
  /** The act's own fields. Only a type; it has no value. */
  carries: unknown;
};

/** Types an act's fields. They never include a clock or a promise. */
export function carries<Fields>(): Fields {
  return undefined as Fields;
}

export type By = { by: string };
export type ForParty = By & { party: string };

/** Whether a reservation is lodged with the act (VCLT article 19). */
export type Reserving = {
  reserves: boolean;
  /** The articles of its reservations; empty for one to the whole instrument. */
  reservesTo?: number[] | undefined;
};

/** The articles under which an instrument of consent makes declarations. */
export type Declaring = { declares?: number[] | undefined };

export type Signing = {
  original: string;
  at: string;
  on: CivilDate;
  as: SigningAct;
  binding: boolean;
} & Reserving;

/** What the law needs to know about the agreement that is to supersede another (VCLT article 59). */
export type LaterAgreement = {
  isAnother: boolean;
  /** Whether it was concluded after the earlier one. */
  isLater: boolean;
  inForce: boolean;
  /** The parties for which it is in force. */
  parties: string[];
  since: Record<string, CivilDate>;
};

export type Supersession = {
  successor: string;
  /** The day from which the earlier agreement no longer operates. */
  on: CivilDate;
  /**
   * The parties intend the later one to govern the matter (59(1)(a)), or the two cannot be applied together (59(1)(b)).
   */
  ground: "intention" | "incompatibility";
  /** It ends, or is only suspended if the parties intended no more (59(2)). */
  effect: "termination" | "suspension";
  /** Null if the officer sees no such agreement. */
  later: LaterAgreement | null;
};

/** A later agreement between some of the parties only (VCLT articles 30(4)(a) and 41). */
export type SupersessionBetween = {
  parties: string[];
  /** The day from which it applies between them. */
  on: CivilDate;
  /** A later treaty on the same matter (30(4)), or an agreement that modifies this one between them (41). */
  basis: "later-treaty" | "modification";
  /** As the record of this service shows it; null if it is named here only by its title. */
  later: LaterAgreement | null;
  /** Whether the office keeps it. */
  kept: boolean;
  title: string;
  /** Whether the other parties were notified of the intention and of the modification (41(2)). */
  notified: boolean;
};

/** How many took part in the vote, and how they voted. Those that abstain are present and do not vote. */
export type Vote = { present: number; for: number; against: number; abstaining: number };

/** The plan for signing: its end, its order, and how many signatures suffice. */
export type SigningPlan = {
  /** An instant (RFC 3339, UTC); null if signing stays open until all have signed. */
  closesAt: string | null;
  /** Groups of parties, one after the other; within a group in any order. Empty: everyone at any time. */
  groups: string[][];
  /** How many signatures suffice when the time is over; null if every party is needed. */
  quorum: number | null;
};

/** The recorded dates of entry into force: the instrument's, and each party's own. */
export type EntryDates = { instrument: CivilDate; parties: Record<string, CivilDate> };
