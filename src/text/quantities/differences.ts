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
    const other = [...left].find((candidate) => contradicts(one, candidate));
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

type Matched = { mine: Quantity[]; theirs: Quantity[]; unlike: QuantityDifference[] };

/** Takes away what both say. What has the same number and another unit or currency is unlike. */
function matched(here: Quantity[], there: Quantity[]): Matched {
  const byKey = new Map<string, Quantity[]>();
  for (const one of there) {
    for (const key of one.keys) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  const used = new Set<Quantity>();
  const mine: Quantity[] = [];
  const unlike: QuantityDifference[] = [];
  for (const one of here) {
    const candidates = one.keys.flatMap((key) => byKey.get(key) ?? []);
    const free = candidates.filter((other) => !used.has(other));
    const other = free.find((candidate) => !isOtherNoun(one, candidate)) ?? free[0];
    if (!other) {
      if (one.kind !== "implied") mine.push(one);
      continue;
    }
    used.add(other);
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
