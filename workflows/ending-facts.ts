import type { Claim } from "./claim-record.ts";
import type { Suspension } from "./suspensions.ts";
import type { CivilDate } from "./terms.ts";

/** A later agreement that applies between some of the parties (VCLT articles 30(4)(a) and 41). */
export type LaterBetween = {
  parties: string[];
  on: CivilDate;
  basis: "later-treaty" | "modification";
  /** Its id, if the office keeps it. */
  successor: string | null;
  title: string;
  source: string;
  /** When the other parties were notified of a modification; null if none was needed. */
  notifiedOn: CivilDate | null;
};

/** What parties have said about the end of a period, and agreed to. */
export type EndingFacts = {
  /** Parties that have agreed to continue it after the current period, and to resume it since its suspension. */
  agreedToRenewal: string[];
  agreedToResumption: string[];
  /** Parties that take no part in the next period, and the end of the period for which they said so. */
  optedOut: Record<string, CivilDate>;
  /** Later agreements between some of the parties, oldest first. */
  laterBetween: LaterBetween[];
  /** Suspensions between some of the parties, oldest first. */
  suspensions: Suspension[];
  /** Claims under VCLT article 65, oldest first. */
  claims: Claim[];
  /** Parties that have ceased to exist, or whose State has, and since when. */
  ceased: Record<string, CivilDate>;
};

/** Nothing said yet. */
export const noEndings: EndingFacts = {
  agreedToRenewal: [],
  agreedToResumption: [],
  optedOut: {},
  laterBetween: [],
  suspensions: [],
  claims: [],
  ceased: {},
};

/** A later agreement as all may read it: without the id, since not everyone may see that record. */
export type PublicLater = Omit<LaterBetween, "successor">;

/** The later agreements between some of the parties, oldest first. Pure. */
export function publicLater({ laterBetween }: Pick<EndingFacts, "laterBetween">): PublicLater[] {
  return laterBetween.map(({ successor: _, ...rest }) => rest);
}
