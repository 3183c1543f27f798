import { claimOfLeaving } from "./claims.ts";
import { consentDays } from "./expressed-consents.ts";
import type { Facts } from "./facts.ts";
import {
  cameLate,
  disputedBy,
  type EffectBetween,
  effectBetween,
  type PairEffect,
} from "./reservation-effect.ts";
import type { Reservation } from "./reservation-record.ts";
import { suspendedBetween } from "./suspensions.ts";
import type { CivilDate } from "./terms.ts";
import { termsBetween } from "./terms-between.ts";

/**
 * Where a rule comes from: an article of the instrument; one of the Vienna Convention of 1969, which binds as convention
 * or custom; or practice, by the ILC's Guide to Practice (2011) or the Treaty Handbook of the United Nations.
 */
export type Basis = { source: (typeof basisSources)[number]; rule: string };

export const basisSources = [
  "clause",
  "text",
  "vclt",
  "vclt-io",
  "succession",
  "charter",
  "regulations",
  "guide",
  "handbook",
  "practice",
  "house",
] as const;

/** One thing that is so between two parties on a day. `values` fill the sentence of `key`. */
export type RelationStatement = {
  key: string;
  values: Record<string, string>;
  basis: Basis;
  /** The reservation or declaration that it is about. */
  reservation: string | null;
  /** The articles concerned; empty if it concerns the whole instrument, null if it concerns no provision. */
  articles: number[] | null;
  /** Of a reservation: its effect between the two. */
  effect: PairEffect | null;
};

export type Relation = {
  parties: [string, string];
  on: CivilDate;
  /** Whether the instrument is in force between the two, as far as the record shows. */
  state: "in-force" | "suspended" | "superseded" | "not-in-force" | "no-relations" | "unsettled";
  since: CivilDate | null;
  statements: RelationStatement[];
};

type Pair = { parties: [string, string]; on: CivilDate };
/** The day on which the instrument ended for all; null while it lasts. */
type Ended = { endedOn: CivilDate | null };

const vclt = (rule: string): Basis => ({ source: "vclt", rule });
const guide = (rule: string): Basis => ({ source: "guide", rule });
const handbook: Basis = { source: "handbook", rule: "3.5.3" };

/**
 * Which provisions apply between two parties on a day, by the reservations of each, what the other said about them,
 * withdrawals, and amendments that bind only some. For information: it determines nothing, and the parties may see it
 * otherwise (VCLT articles 20 to 23, 30(4), 40(4)). A reservation has no effect between two other parties (21(2)).
 */
export function relationBetween(facts: Facts, pair: Pair, ended: Ended): Relation {
  const { parties, on } = pair;
  const { since, statements } = forceBetween(facts, pair, ended);
  const [a, b] = parties;
  // Nothing modifies what does not apply any more.
  const isOver = statements.some(({ key }) => ["ended", "left", "void"].includes(key));
  const about = (isOver ? [] : facts.reservations).flatMap((made) => {
    const other = made.party === a ? b : made.party === b ? a : null;
    if (other === null) return [];
    return made.kind === "declaration"
      ? [{ effect: "none" as const, said: aboutDeclaration(made, other, on) }]
      : [aboutReservation(facts, made, other, on)];
  });
  const effects = about.map(({ effect }) => effect);
  const later = isOver || since === null ? [] : superseded(facts, pair);
  const stopped = isOver || since === null ? [] : suspended(facts, pair);
  const all = [
    ...statements,
    ...about.flatMap(({ said }) => said),
    ...amended(facts, pair),
    ...later,
    ...stopped,
  ];
  const state = stateOf(since, effects, [...later, ...stopped]);
  const isWhole =
    state === "in-force" &&
    later.length + stopped.length === 0 &&
    effects.every((effect) => effect === "none");
  return {
    parties,
    on,
    state,
    since: state === "no-relations" ? null : since,
    statements: isWhole ? [...all, said("applies-whole", {}, vclt("26"))] : all,
  };
}

function stateOf(
  since: CivilDate | null,
  effects: PairEffect[],
  later: RelationStatement[],
): Relation["state"] {
  if (effects.includes("no-relations")) return "no-relations";
  if (since === null || effects.includes("unaccepted")) return "not-in-force";
  if (later.some(({ key, articles }) => isSuspension(key) && articles?.length === 0)) {
    return "suspended";
  }
  if (later.some(({ key }) => key === "later-treaty")) return "superseded";
  return effects.includes("open") ? "unsettled" : "in-force";
}

/** Since when the instrument is in force for both, or for which of them it is not. */
function forceBetween(
  facts: Facts,
  { parties, on }: Pair,
  { endedOn }: Ended,
): { since: CivilDate | null; statements: RelationStatement[] } {
  const lacking = parties.flatMap((party) => {
    const since = facts.entry.parties[party];
    const left = facts.notices[party];
    const claim = left === undefined ? undefined : claimOfLeaving(facts, party);
    if (
      left !== undefined &&
      claim?.measure === "invalidity" &&
      facts.standing[party] === "ended"
    ) {
      return [said("void", { party, day: left }, vclt("69"))];
    }
    if (left !== undefined && left <= on) {
      return [said("left", { party, day: left }, vclt(claim ? "65, 70" : "54"))];
    }
    if (since !== undefined && since <= on) return [];
    const consented = (consentDays(facts).get(party) ?? "9999") <= on;
    return [said(consented ? "not-yet-in-force" : "no-consent", { party }, vclt("24"))];
  });
  const isVoid = lacking.some(({ key }) => key === "void");
  if (endedOn !== null && endedOn <= on && !isVoid) {
    return { since: null, statements: [said("ended", { day: endedOn }, vclt("70"))] };
  }
  if (lacking.length > 0) return { since: null, statements: lacking };
  const since =
    parties
      .map((party) => facts.entry.parties[party] ?? "")
      .toSorted()
      .at(-1) ?? "";
  const { articles } = facts.terms;
  const basis: Basis =
    articles?.entry === undefined ? vclt("24") : { source: "clause", rule: String(articles.entry) };
  return { since, statements: [said("in-force", { day: since }, basis)] };
}

/** Whose basis each rule of effect has. */
const bases: Record<EffectBetween["rule"], Basis> = {
  authorised: vclt("20(1), 21(1)"),
  organ: vclt("20(3), 21(1)"),
  all: vclt("20(2), 21(1)"),
  accepted: vclt("20(4)(a), 21(1)"),
  silence: vclt("20(5), 21(1)"),
  "objection-withdrawn": vclt("22(2), 22(3)(b), 21(1)"),
  objected: vclt("21(3)"),
  "objected-excluding": vclt("20(4)(b)"),
  "time-runs": vclt("20(5)"),
  "not-notified": vclt("20(5)"),
  "awaits-all": vclt("20(2)"),
  "awaits-organ": vclt("20(3)"),
  "refused-by-organ": vclt("20(3)"),
  "not-made": vclt("23(2)"),
  "not-consented": vclt("23(3)"),
  withdrawn: vclt("22(3)(a)"),
  "late-circulated": handbook,
  "late-prevented": handbook,
};

function aboutReservation(facts: Facts, made: Reservation, other: string, on: CivilDate) {
  const found = effectBetween(facts, made, other, on);
  const { effect, rule, since, articles, unnoticed } = found;
  const values = { party: made.party, other, ...(since && { day: since }) };
  const about = { reservation: made.id, articles };
  const words = made.madeOn > on ? [] : [said(rule, values, bases[rule], { ...about, effect })];
  const disputing = effect === "none" ? [] : disputedBy(made, on);
  if (unnoticed !== null) {
    words.push(said("unnoticed", { ...values, day: unnoticed }, vclt("22(3)(a)"), about));
  }
  if (disputing.length > 0) {
    const parties = disputing.join(", ");
    words.push(said("disputed", { ...values, parties }, vclt("19"), { ...about, articles: null }));
  }
  if (effect === "no-relations" && cameLate(facts, made, other)) {
    words.push(said("excluded-late", values, guide("2.6.7"), { ...about, articles: null }));
  }
  return { effect, said: words };
}

/** An interpretative declaration modifies nothing; another State may see a reservation in it (ILC Guide 4.7.1, 2.9). */
function aboutDeclaration(made: Reservation, other: string, on: CivilDate): RelationStatement[] {
  if (made.madeOn > on || (made.withdrawnOn !== null && made.withdrawnOn <= on)) return [];
  const about = { reservation: made.id, articles: made.articles };
  const values = { party: made.party, other };
  const reaction = made.reactions.find((one) => one.party === other && one.on <= on);
  const own = said("declared", values, guide("1.3, 4.7.1"), about);
  return reaction ? [own, said(reaction.act, values, guide("2.9"), about)] : [own];
}

function amended(facts: Facts, { parties, on }: Pair): RelationStatement[] {
  return termsBetween(facts, { parties, on }).changes.map(({ from, amendment }) =>
    said("amended", { reference: amendment.reference, day: from }, vclt("30(4), 40(4)")),
  );
}

/** What a later agreement between the two leaves of this one, or how it modifies it (30(3), 30(4)(a), 41). */
function superseded({ laterBetween }: Facts, { parties, on }: Pair): RelationStatement[] {
  return laterBetween
    .filter((one) => one.on <= on && parties.every((party) => one.parties.includes(party)))
    .map(({ basis, title, on: day }) =>
      said(basis, { title, day }, vclt(basis === "modification" ? "41" : "30(3), 30(4)(a)")),
    );
}

const isSuspension = (key: string) => key === "suspended" || key === "suspended-until";

/** What is suspended between the two: they need not perform it, and must not obstruct its resumption (57, 58, 72). */
function suspended({ suspensions }: Facts, pair: Pair): RelationStatement[] {
  return suspendedBetween(suspensions, pair).map(({ from, until, title, rule, articles }) =>
    said(
      until === null ? "suspended" : "suspended-until",
      { title, since: from, day: until ?? from },
      vclt(`${rule}, 72`),
      { articles },
    ),
  );
}

function said(
  key: string,
  values: Record<string, string>,
  basis: Basis,
  about: Partial<Pick<RelationStatement, "reservation" | "articles" | "effect">> = {},
): RelationStatement {
  return { key, values, basis, reservation: null, articles: null, effect: null, ...about };
}
