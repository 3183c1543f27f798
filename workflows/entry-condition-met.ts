import { type CivilDate, laterOf } from "./civil-date.ts";
import type { Condition, CountedActs, Needed, OutsideDay } from "./entry-conditions.ts";
import type { Consent, Sentence } from "./entry-finding.ts";
import { numberOf, shareText } from "./entry-needed.ts";
import type { Tally } from "./entry-tally.ts";

/** Whether and since when a condition is met, by which act, and why. */
export type Outcome = {
  /** The first day on which it holds; null if it does not hold yet. */
  on: CivilDate | null;
  /** The act that met it, if one did. */
  by: Consent | null;
  /** What the condition asks for. */
  asks: Sentence[];
  /** How it was met, or what it waits for. */
  status: Sentence[];
  /** How many acts are missing, and which parties by name. */
  missing: { count: number; parties: string[] };
};

type Share = Extract<Condition, { kind: "quantity" }>;

/** Judges a condition by the acts on record. Pure. */
export function conditionMet(condition: Condition, tally: Tally): Outcome {
  switch (condition.kind) {
    case "all":
      return allOf(condition.of.map((one) => conditionMet(one, tally)));
    case "any":
      return anyOf(condition.of.map((one) => conditionMet(one, tally)));
    case "parties":
      return partiesMet(condition.parties, tally);
    case "quantity":
      return quantityMet(condition, tally);
    case "date":
    case "instrument":
      return outsideDay(condition, tally);
    default:
      return counted(condition, tally);
  }
}

/** The day that a text names, or another instrument's, with the sentences about it. */
export function outsideDay(day: OutsideDay, { others }: Pick<Tally, "others">): Outcome {
  const none = { by: null, missing: { count: 0, parties: [] } };
  if (day.kind === "date") {
    const asks = [{ key: "needs-date", values: { date: day.date } }];
    return { ...none, on: day.date, asks, status: [] };
  }
  const { name } = day;
  const on = day.on ?? others[name] ?? null;
  const status: Sentence =
    on === null
      ? { key: "waits-for-instrument", values: { name } }
      : { key: "instrument-in-force", values: { name, on } };
  return { ...none, on, asks: [{ key: "needs-instrument", values: { name } }], status: [status] };
}

function counted({ kind, needed, among }: CountedActs, tally: Tally): Outcome {
  const named = among ?? (typeof needed === "number" ? null : tally.negotiating);
  const set = named?.filter((code) => !tally.left.has(code)) ?? null;
  const members = set && new Set(set);
  const acts = members ? tally[kind].filter(({ party }) => members.has(party)) : tally[kind];
  // A share of nobody is not met by nobody.
  const least = Math.max(1, numberOf(needed, set?.length ?? 0));
  const by = acts[least - 1] ?? null;
  const asks = [{ key: `counts-${kind}`, values: {} }, needs(needed, least, set)];
  if (by) return met(by, asks, `nth-consent-${by.act}`);
  const have = new Set(acts.map(({ party }) => party));
  const absent = needed === "all" ? (set ?? []).filter((code) => !have.has(code)) : [];
  if (needed === "all") return waitsFor(absent, asks);
  const count = least - acts.length;
  const status = [{ key: `waits-for-${kind}`, values: { count } }];
  return { on: null, by: null, asks, status, missing: { count, parties: [] } };
}

function needs(needed: Needed, count: number, set: string[] | null): Sentence {
  const total = set?.length ?? 0;
  // Each share is more than half: of two parties it is both.
  const all = needed === "all" || (typeof needed !== "number" && total > 0 && total <= 2);
  if (all) return { key: "needs-all", values: { total } };
  if (needed === "majority") return { key: "needs-majority", values: { count, total } };
  if (typeof needed !== "number") {
    return { key: "needs-part", values: { count, part: shareText(needed), total } };
  }
  if (!set) return { key: "needs-count", values: { count } };
  return { key: "needs-count-among", values: { count, parties: set.join(", ") } };
}

function partiesMet(parties: string[], { consents }: Tally): Outcome {
  const asks = [{ key: "needs-parties", values: { parties: parties.join(", ") } }];
  const named = new Set(parties);
  const own = consents.filter(({ party }) => named.has(party));
  const last = own.at(-1);
  if (last && own.length === named.size) return met(last, asks, `last-consent-${last.act}`);
  const have = new Set(own.map(({ party }) => party));
  return waitsFor(
    parties.filter((code) => !have.has(code)),
    asks,
  );
}

function quantityMet({ what, shares, atLeast }: Share, { consents }: Tally): Outcome {
  const asks = [{ key: `needs-share-of-${what}`, values: { needed: atLeast } }];
  let sum = 0;
  for (const one of consents) {
    sum = plain(sum + (shares[one.party] ?? 0));
    if (sum < atLeast) continue;
    const { party, on } = one;
    const status = [{ key: "share-reached", values: { sum, party, on } }];
    return { on, by: one, asks, status, missing: { count: 0, parties: [] } };
  }
  const left = plain(atLeast - sum);
  const status = [{ key: "share-missing", values: { sum, left } }];
  return { on: null, by: null, asks, status, missing: { count: 0, parties: [] } };
}

/** Sums of decimal shares, without what binary fractions add: 0.1 + 0.2 is 0.3. */
function plain(sum: number): number {
  return Number(sum.toFixed(6));
}

function allOf(each: Outcome[]): Outcome {
  const days = each.map(({ on }) => on);
  const on = days.includes(null) ? null : (days as CivilDate[]).reduce(laterOf, "");
  return {
    on,
    by: each.find((one) => one.on === on)?.by ?? null,
    asks: [{ key: "needs-all-of", values: { count: each.length } }],
    status: each.flatMap(({ asks, status }) => [...asks, ...status]),
    missing: {
      count: each.reduce((sum, { missing }) => Math.max(sum, missing.count), 0),
      parties: [...new Set(each.flatMap(({ missing }) => missing.parties))],
    },
  };
}

/** Met by the first that is met; tells only that one. While none is, tells all, and what the nearest misses. */
function anyOf(each: Outcome[]): Outcome {
  const asks = [{ key: "needs-one-of", values: { count: each.length } }];
  const [first] = each
    .filter(({ on }) => on !== null)
    .sort((a, b) => ((a.on ?? "") < (b.on ?? "") ? -1 : (a.on ?? "") > (b.on ?? "") ? 1 : 0));
  if (first) return { ...first, asks, status: [...first.asks, ...first.status] };
  const left = ({ missing }: Outcome) => missing.count + missing.parties.length;
  const nearest = each.toSorted((a, b) => left(a) - left(b))[0];
  return {
    on: null,
    by: null,
    asks,
    status: each.flatMap((one) => [...one.asks, ...one.status]),
    missing: nearest?.missing ?? { count: 0, parties: [] },
  };
}

function met(by: Consent, asks: Sentence[], key: string): Outcome {
  const { party, on } = by;
  const status = [{ key, values: { party, on } }];
  return { on, by, asks, status, missing: { count: 0, parties: [] } };
}

function waitsFor(parties: string[], asks: Sentence[]): Outcome {
  const status = [{ key: "waits-for-parties", values: { parties: parties.join(", ") } }];
  return { on: null, by: null, asks, status, missing: { count: 0, parties } };
}
