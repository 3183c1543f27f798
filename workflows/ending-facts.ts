import type { CivilDate } from "./terms.ts";

/** What parties have said about the end of a period, and agreed to. */
export type EndingFacts = {
  /** Parties that have agreed to continue it after the current period, and to resume it since its suspension. */
  agreedToRenewal: string[];
  agreedToResumption: string[];
  /** Parties that take no part in the next period, and the end of the period for which they said so. */
  optedOut: Record<string, CivilDate>;
};

/** Nothing said yet. */
export const noEndings: EndingFacts = {
  agreedToRenewal: [],
  agreedToResumption: [],
  optedOut: {},
};
