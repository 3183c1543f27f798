import type { CivilDate, SigningAct } from "./terms.ts";

/** How another State answered a reservation, and whether it took an objection back (VCLT articles 20 to 23). */
export type ReservationAnswer = {
  party: string;
  act: "acceptance" | "objection";
  on: CivilDate;
  /** The objector definitely says that the treaty does not enter into force between the two (20(4)(b)). */
  excludes: boolean;
  /** Why the objector disputes that the reservation is valid (19); null if it does not dispute it. */
  ground: ObjectionGround | null;
  withdrawnOn: CivilDate | null;
  /** When the reserving State received notice of the withdrawal; it operates from then (22(3)(b)). */
  withdrawalReceivedOn: CivilDate | null;
};

/** The text prohibits it (VCLT article 19(a) and (b)), or it is incompatible with object and purpose (19(c)). */
export type ObjectionGround = "prohibited" | "incompatible";

export type DeclarationReaction = {
  party: string;
  act: "approval" | "opposition" | "reclassification" | "late-objection";
  on: CivilDate;
};

/**
 * By what a State was informed (VCLT article 78(c)): the depositary's letter, what the State itself says about its
 * receipt if that came before the letter, or a note that an officer recorded.
 */
export const notifiedBys = ["letter", "statement", "note"] as const;
export type NotifiedBy = (typeof notifiedBys)[number];

/** What a State can receive notice of, so that it operates for that State (VCLT article 22(3)). */
export const receivables = ["withdrawal", "narrowing", "objection-withdrawal"] as const;
export type Receivable = (typeof receivables)[number];

/** Days by State. */
export type DaysByParty = Record<string, CivilDate>;

/** A partial withdrawal: what is left of a reservation, and when each State received notice of it. */
export type Narrowing = {
  id: string;
  on: CivilDate;
  /** The articles that it still concerns; empty if it concerns the whole instrument. */
  articles: number[];
  receivedOn: DaysByParty;
};

export type Reservation = {
  id: string;
  party: string;
  kind: "reservation" | "declaration";
  /** The articles concerned when it was made; empty if it concerns the whole instrument. */
  articles: number[];
  /** The form of the signature it was made with; null if it came with an instrument of consent, or alone. */
  signedAs: SigningAct | null;
  madeOn: CivilDate;
  /** The day of its formal confirmation (VCLT article 23(2)). */
  confirmedOn: CivilDate | null;
  withdrawnOn: CivilDate | null;
  /** When each State received notice of the withdrawal; it operates for that State from then (22(3)(a)). */
  withdrawalReceivedOn: DaysByParty;
  narrowings: Narrowing[];
  /** By party: when the depositary circulated it, and when that State was notified. */
  notified: Record<string, { circulatedOn: CivilDate; notifiedOn: CivilDate }>;
  answers: ReservationAnswer[];
  /**
   * How other States see an interpretative declaration (ILC Guide 2.9), and objections to a reservation that came after
   * their time (VCLT article 20(5)). It is their view and decides nothing.
   */
  reactions: DeclarationReaction[];
  /** The decision of the organisation's competent organ (20(3)). */
  organ: { accepted: boolean; on: CivilDate } | null;
  /** The day from which it is accepted by all (20(2)) or by the organ, once that is on record. */
  acceptedOn: CivilDate | null;
  /** For a late one: when it was circulated, and whether it was deposited after the time to object. */
  late: { circulatedOn: CivilDate; closedOn: CivilDate | null; deposited: boolean } | null;
  /** The reservation that a late one enlarges. */
  replaces: string | null;
};
