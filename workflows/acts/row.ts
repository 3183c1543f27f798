import type { CivilDate, SigningAct } from "../terms.ts";

/** Those who act. `service` is the service itself: jobs and deadlines. */
export const roles = [
  "legal-officer",
  "representative",
  "archivist",
  "secretariat",
  "service",
] as const;

export type Role = (typeof roles)[number];

/** The roles of the office that can be the second person. */
export type SecondRole = "legal-officer" | "secretariat" | "archivist";

/** Whom an act needs beside the person who takes it first. */
export type SecondPerson = {
  /** A member of one of these roles, and never the first person. */
  of: readonly SecondRole[];
  /** For every such act, or only for a day further back than `recentDays`. */
  when: "always" | "dates-back";
  /** Whether it waits as a proposal, or both people record the same act. */
  how: "confirmation" | "own-record";
};

/** What an act asks for beside the role that may take it. */
export type Safeguards = {
  /** The person has been verified within five minutes. An API key cannot be, so it never takes such an act. */
  fresh: boolean;
  /** Of an act that an officer takes; a representative's own act needs no second person of the office. */
  second: SecondPerson | null;
  /** Whether the document that shows the act must be attached. */
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

/** The act waits for a second person, and needs its document, if its day is long past. */
export const confirmedIfEarlier = (...of: SecondRole[]): Safeguards => ({
  ...fresh,
  second: { of, when: "dates-back", how: "confirmation" },
  document: "dates-back",
});

/** The groups in which the office's pages show acts. */
export type Group = "text" | "signing" | "force" | "later" | "archive";

/** Everything that is known of an act beside the law, which the machines hold. */
export type ActRow = {
  /** Who may take it. A representative acts only for their own party. */
  by: readonly Role[];
  /** It is taken by `POST /agreements/{id}/<resource>`; null if it has another route, or none. */
  resource: string | null;
  /**
   * `fresh`: what binds, ends, dates back, designates, certifies or changes terms or parties. `second`: what ends or
   * dates back. `document`: a notice of withdrawal is an instrument (VCLT article 67(2)), a signature in ink has its
   * scan, and an earlier day has its proof.
   */
  needs: Safeguards;
  /** Where the office's pages show it. */
  group?: Group;
  /** Whether it moves an agreement forward, so that a page may offer it first. */
  leads?: true;
  /** What the act says beside its name. A type alone; it has no value. */
  carries: unknown;
};

/** Types what an act carries. It never carries a clock or a promise. */
export function carries<Fields>(): Fields {
  return undefined as Fields;
}

export type By = { by: string };
export type ForParty = By & { party: string };

/** Whether a reservation is lodged with the act (VCLT article 19). */
export type Reserving = { reserves: boolean };

export type Signing = {
  original: string;
  at: string;
  on: CivilDate;
  as: SigningAct;
  binding: boolean;
} & Reserving;

/** What the law asks of the agreement that is said to supersede another (VCLT article 59). */
export type LaterAgreement = {
  isAnother: boolean;
  /** Whether it was concluded after the earlier one. */
  isLater: boolean;
  inForce: boolean;
  /** The parties for which it is in force, and since when. */
  parties: string[];
  since: Record<string, CivilDate>;
};

export type Supersession = {
  successor: string;
  /** From when the earlier agreement no longer operates. */
  on: CivilDate;
  /** That the matter be governed by the later one (59(1)(a)), or that both cannot be applied (59(1)(b)). */
  ground: "intention" | "incompatibility";
  /** It ends, or is only suspended where the parties intended no more (59(2)). */
  effect: "termination" | "suspension";
  /** Null if there is no such agreement that the officer sees. */
  later: LaterAgreement | null;
};

/** How signing goes: until when, in which order, and with how many it is enough. */
export type SigningPlan = {
  /** An instant (RFC 3339, UTC); null where signing stays open until all have signed. */
  closesAt: string | null;
  /** Groups of parties, one after the other; within a group in any order. Empty: everyone at any time. */
  groups: string[][];
  /** How many signatures suffice when the time is over; null where every party is needed. */
  quorum: number | null;
};

/** The dates of entry into force that are put on record: the instrument's, and each party's own. */
export type EntryDates = { instrument: CivilDate; parties: Record<string, CivilDate> };
