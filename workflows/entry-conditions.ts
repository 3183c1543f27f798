import type { CivilDate } from "./civil-date.ts";

/** How many of a set of parties: a number, or a share of the set. A majority is more than half. */
export type Needed = number | "all" | "majority" | "two-thirds" | "three-quarters" | "four-fifths";

/** What a share may be of. `quantity` stands for any other. */
export type Quantity = "emissions" | "tonnage" | "contributions" | "votes" | "trade" | "quantity";

/** A day that is the same whatever the parties do: named in the text, or another instrument's own day. */
export type OutsideDay =
  | { kind: "date"; date: CivilDate }
  /** The other instrument by its title or reference, and its day of entry into force once it is known. */
  | { kind: "instrument"; name: string; on?: CivilDate | undefined };

/** So many parties, of any or `among` these. A share without `among` is of the negotiating States. */
export type CountedActs = {
  kind: "consents" | "notifications" | "signatures";
  needed: Needed;
  among?: string[] | undefined;
};

/** A condition without others below it. */
export type SingleCondition =
  | CountedActs
  /** Each of these has consented. */
  | { kind: "parties"; parties: string[] }
  /** Parties that have consented hold at least so much of a quantity, in the unit of `shares`. */
  | { kind: "quantity"; what: Quantity; shares: Record<string, number>; atLeast: number }
  | OutsideDay;

/** All of several conditions, or any of them. */
type GroupOf<C> = { kind: "all" | "any"; of: C[] };

/**
 * What must have happened before an instrument enters into force. It is met on the first day on which it holds. A group
 * may hold groups, but those hold no others.
 */
export type Condition = SingleCondition | GroupOf<SingleCondition | GroupOf<SingleCondition>>;

/**
 * The time between the day on which the conditions are met and entry into force. Counting from 29 April, thirty days:
 * `after` is the thirtieth day (29 May, the reading of the Secretary-General of the United Nations), `day-after` the
 * day after it (30 May, the reading of the depositary of AfCFTA), `full-month` the first day of the month that follows
 * it (1 June). Months keep the day or take the month's last one. `month-starts` is the first day of a later month: 2 is
 * the second month after that day's month.
 */
export type Delay =
  | { unit: "days" | "months"; count: number; counting?: Counting | undefined }
  | { unit: "month-starts"; count: number };

export type Counting = "after" | "day-after" | "full-month";

/** A party whose consent is never counted: an organisation beside its members, or one that the text leaves out. */
export type NotCounted = { party: string; reason: "regional-organisation" | "by-the-text" };

/** Entry into force by conditions (VCLT article 24(1)). */
export type EntryConditions = {
  form: "conditions";
  when: Condition;
  delay: Delay;
  /** For parties that consent after the conditions are met; the day of their consent if absent (24(3)). */
  later?: Delay | undefined;
  /** The day that the text names. If the conditions are met only after it, the delay counts instead. */
  date?: CivilDate | undefined;
  /** The instrument does not enter into force before these days, whatever the delay gives. */
  notBefore?: OutsideDay[] | undefined;
  /** The day from which it has effect once it is in force (VCLT article 28). */
  effectFrom?: CivilDate | undefined;
  notCounted?: NotCounted[] | undefined;
  /** Provisional application until entry into force (VCLT article 25). */
  provisional?: { when: Condition; delay: Delay; date?: CivilDate | undefined } | undefined;
};
