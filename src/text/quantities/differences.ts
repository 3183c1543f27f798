import type { Quantity } from "./quantity.ts";

/** What two texts of one paragraph do not both say; a side is missing if it has nothing to set against the other. */
export type QuantityDifference = { here?: Quantity; there?: Quantity };

/**
 * The quantities of one text that the other has not, in the order of the text. Numbers are compared by value, in words
 * or in figures, so that "two weeks" is "fourteen days". If one of the languages has number words that we do not read,
 * only what has something to be set against is a difference.
 */
export function differencesOf(
  here: Quantity[],
  there: Quantity[],
  allRead: boolean,
): QuantityDifference[] {
  const { mine, theirs, unlike } = matched(here, there);
  const differences: QuantityDifference[] = [...unlike];
  const left = new Set(theirs);
  const alone: Quantity[] = [];
  for (const one of mine) {
    const other = firstOf(left, (candidate) => contradicts(one, candidate));
    if (other) {
      left.delete(other);
      differences.push({ here: one, there: other });
    } else if (one.must) alone.push(one);
  }
  if (!allRead) return differences.filter(({ here, there }) => here && there);
  differences.push(...alone.map((one) => ({ here: one })));
  for (const other of left) if (other.must) differences.push({ there: other });
  return differences;
}

/** Without a copy, so that thousands of numbers are compared in time. */
function firstOf(all: Iterable<Quantity>, fits: (one: Quantity) => boolean): Quantity | undefined {
  for (const one of all) if (fits(one)) return one;
  return undefined;
}

type Matched = { mine: Quantity[]; theirs: Quantity[]; unlike: QuantityDifference[] };

/** Takes away what both say. What has the same number and another unit or currency is unlike. */
function matched(here: Quantity[], there: Quantity[]): Matched {
  const byKey = new Map<string, Quantity[]>();
  for (const one of there) {
    for (const key of one.keys) {
      const same = byKey.get(key);
      if (same) same.push(one);
      else byKey.set(key, [one]);
    }
  }
  const used = new Set<Quantity>();
  const mine: Quantity[] = [];
  const unlike: QuantityDifference[] = [];
  // What may mean a number comes last, so that it takes none from a number.
  const implied = here.filter(({ kind }) => kind === "implied");
  for (const one of [...here.filter(({ kind }) => kind !== "implied"), ...implied]) {
    const free = one.keys.map((key) => byKey.get(key) ?? []);
    const other =
      firstOf([...free.values()].flat(), (found) => !isOtherNoun(one, found)) ??
      free.find(({ length }) => length > 0)?.[0];
    if (!other) {
      if (one.kind !== "implied") mine.push(one);
      continue;
    }
    used.add(other);
    for (const key of other.keys) {
      const same = byKey.get(key) ?? [];
      same.splice(same.indexOf(other), 1);
    }
    if (isOtherNoun(one, other)) unlike.push({ here: one, there: other });
  }
  const theirs = there.filter((one) => !used.has(one) && one.kind !== "implied");
  return { mine, theirs, unlike };
}

/** Dollars against euros, days against months. */
function isOtherNoun(one: Quantity, other: Quantity): boolean {
  if (one.currency && other.currency) return one.currency !== other.currency;
  if (!one.unit || !other.unit || one.unit === other.unit) return false;
  const times = [one, other].map(({ keys }) => keys.filter((key) => /^[hm]:/.test(key)));
  if (times[0]?.some((key) => times[1]?.includes(key))) return false;
  return one.kind === other.kind && one.kind !== "implied" && other.kind !== "implied";
}

/** Whether two quantities that are left over may stand for one another, and so contradict each other. */
function contradicts(one: Quantity, other: Quantity): boolean {
  if (classOf(one) !== classOf(other)) return false;
  if (one.must || other.must) return true;
  if (one.kind === "year" || one.kind === "era") return true;
  if (one.currency && other.currency) return true;
  if (one.written === "figures" && other.written === "figures") return true;
  return one.unit !== undefined && one.unit === other.unit;
}

function classOf({ kind }: Quantity): string {
  return kind === "number" || kind === "ordinal" || kind === "share" ? "number" : kind;
}
