import type { Warning } from "../warning.ts";
import { countOf, type MarkKind, type Marks, wordsAt } from "./binding-marks.ts";
import type { Compared } from "./compared-sentences.ts";
import { type Difference, parityWarnings } from "./parity-warnings.ts";

/** Words that deny a sentence. */
const denials: MarkKind[] = ["not", "mayNot", "needNot"];
/** Verbs that deny what they govern: “refuses to surrender”. */
const denyingVerbs: MarkKind[] = ["prohibit", "abstain", "refuse"];
/** Words by which another language may say what a denial says: “only after” for “not before”. */
const turns: MarkKind[][] = [
  ...denyingVerbs.map((kind) => [kind]),
  ...(["exempt", "exclude", "fail", "lack", "outside", "only", "object"] as const).map((kind) => [
    kind,
  ]),
  ...(["except", "unless", "invalid", "unlawful", "free", "negative", "unharmed"] as const).map(
    (kind) => [kind],
  ),
  ["without", "noConsent"],
  ["before", "beforeWide"],
];
/** With a denial these make a positive: “not refuse”, “not without”. */
const doubles = turns.filter(
  ([kind]) => !["unharmed", "object", "before", "only", "free"].includes(kind ?? ""),
);
/** Opposites, of which one language has one and another the other. `instead` excuses the first. */
const opposites: { one: MarkKind; other: MarkKind; instead?: [MarkKind[], MarkKind[]] }[] = [
  { one: "invalid", other: "valid" },
  { one: "unlawful", other: "lawful" },
  { one: "free", other: "paid" },
  { one: "noConsent", other: "consent" },
  { one: "except", other: "including" },
  { one: "unless", other: "provided" },
  { one: "before", other: "after", instead: [["afterWide"], ["beforeWide"]] },
];

/**
 * Sentences that are negative in one language and in no way negative in another, and opposites such as “with” and
 * “without the consent” (VCLT 33(3)). Idioms such as “no later than” count for nothing.
 */
export function otherNegations(pairs: Compared[]): Warning[] {
  return parityWarnings("negation", pairs, (pair) => negated(pair) ?? opposed(pair));
}

function negated({ first, other }: Compared): Difference | null {
  if (denies(first, other)) {
    return {
      key: "negation-one",
      in: "first",
      first: wordsAt(first, [...denials, ...denyingVerbs]),
      other: wordsAt(other, ["shall", "must", "may"]),
    };
  }
  if (denies(other, first)) {
    return {
      key: "negation-one",
      in: "other",
      first: wordsAt(first, ["shall", "must", "may"]),
      other: wordsAt(other, [...denials, ...denyingVerbs]),
    };
  }
  return null;
}

/** Whether the first is denied, and nothing in the second could mean the same. */
function denies(one: Marks, other: Marks): boolean {
  if (countOf(other, denials) > 0 || left(other, one) > 0) return false;
  const own = left(one, other, doubles);
  if (countOf(one, denials) > 0) return own === 0;
  // A verb that denies is one turn; two make a positive.
  return own === 1 && denyingVerbs.some((kind) => countOf(one, [kind]) > countOf(other, [kind]));
}

/** How many of these the first has beyond those of the second. */
function left(one: Marks, other: Marks, of = turns): number {
  return of.reduce(
    (sum, kinds) => sum + Math.max(0, countOf(one, kinds) - countOf(other, kinds)),
    0,
  );
}

function opposed({ first, other }: Compared): Difference | null {
  if (countOf(first, denials) > 0 !== countOf(other, denials) > 0) return null;
  for (const { one, other: opposite, instead: [ofOther = [], ofOne = []] = [] } of opposites) {
    const pairs = [
      [one, opposite, ofOther, ofOne],
      [opposite, one, ofOne, ofOther],
    ] as const;
    for (const [there, here, excusesThere, excusesHere] of pairs) {
      const differ =
        countOf(first, [there]) > 0 &&
        countOf(first, [here, ...excusesHere]) === 0 &&
        countOf(other, [here]) > 0 &&
        countOf(other, [there, ...excusesThere]) === 0;
      if (differ)
        return {
          key: "negation-opposite",
          in: "first",
          first: wordsAt(first, [there]),
          other: wordsAt(other, [here]),
        };
    }
  }
  return null;
}
