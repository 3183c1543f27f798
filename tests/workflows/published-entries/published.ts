import type { Consent, EntryClause } from "#workflows/entry-into-force.ts";

/**
 * An agreement with published dates, and where they were read. A row has a party, the date of its consent
 * and the date since when the agreement is in force for it; successions are left out, being another act.
 */
export type Published = {
  name: string;
  sources: string[];
  clause: EntryClause;
  act: Consent["act"];
  inForce: string;
  /**
   * How many consented before the first row. Their dates are not given here, so the test gives them the
   * first row's.
   */
  earlier?: number;
  negotiated: string;
  /** Those that came later or were not among the negotiators; the test has all of them accede. */
  joined?: string;
};
