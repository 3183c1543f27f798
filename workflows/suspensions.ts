import type { CivilDate } from "./terms.ts";

/**
 * Why the operation is suspended between some parties: the text provides for it (VCLT article 57(a)), all agree to it for
 * these parties (57(b)), these parties agree among themselves (58), or one of them carries out a claim (60 to 62, 65).
 */
export const suspensionBases = ["clause", "all-agree", "some-agree"] as const;

export type Suspension = {
  id: string;
  /** The party that suspends it towards each of the others; null if it is suspended between all of `parties`. */
  by: string | null;
  parties: string[];
  from: CivilDate;
  /** Its last day; null if it lasts until it is resumed. */
  until: CivilDate | null;
  basis: (typeof suspensionBases)[number] | "claim";
  /** The claim that it carries out. */
  claim: string | null;
  /** The article of the convention, as cited. */
  rule: string;
  /** The provisions that are suspended; empty for the whole instrument. */
  articles: number[];
  /** The agreement, clause or claim, as all may know it. */
  title: string;
  /** When the other parties were notified (58(2)); null if that was not needed. */
  notifiedOn: CivilDate | null;
  /** From when it operates again before its end; null if no act has resumed it. */
  resumedOn: CivilDate | null;
};

/** A suspension as all may read it. */
export type PublicSuspension = Omit<Suspension, "claim" | "rule">;

const rules = { clause: "57(a)", "all-agree": "57(b)", "some-agree": "58" } as const;

/** The article by which parties suspend the operation between them. */
export function ruleOfSuspension(basis: keyof typeof rules): string {
  return rules[basis];
}

/** Whether a suspension concerns these two, on whatever day. Pure. */
export function concernsPair({ by, parties }: Suspension, pair: readonly string[]): boolean {
  return pair.every((one) => parties.includes(one)) && (by === null || pair.includes(by));
}

/** Whether the operation is suspended on a day. */
export function runsOn({ from, until, resumedOn }: Suspension, on: CivilDate): boolean {
  return from <= on && (until === null || on <= until) && (resumedOn === null || on < resumedOn);
}

/** The suspensions that run between two parties on a day, oldest first. */
export function suspendedBetween(
  suspensions: Suspension[],
  { parties, on }: { parties: readonly string[]; on: CivilDate },
): Suspension[] {
  return suspensions.filter((one) => concernsPair(one, parties) && runsOn(one, on));
}

/** The suspensions between some of the parties as all may read them, oldest first. */
export function publicSuspensions(suspensions: Suspension[]): PublicSuspension[] {
  return suspensions.map(({ claim: _, rule: __, ...rest }) => rest);
}
