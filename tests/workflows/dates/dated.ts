import type { Consent, EntryClause } from "#workflows/entry-into-force.ts";

/** An instrument with published days, and where they were read. */
export type Dated = {
  name: string;
  /** What the text says about entry into force, in few words. */
  clause: string;
  entry: EntryClause;
  act?: Consent["act"];
  /** The day of the consent that met the conditions. Without the consents of that day it waits. */
  decidedOn: string;
  /** The published day of entry into force; null if only days of later parties are used. */
  inForce: string | null;
  /** How many others consented, and by which day. Their names or days are not in the source. */
  unnamed?: [count: number, by: string][];
  /** A line has a party, the day of its consent, and the published day for it or `-` if that was not read. */
  rows: string;
  /** Days of entry into force of other instruments that the clause names. */
  others?: Record<string, string>;
  /** The pages and texts that were read, and what each gives. */
  sources: string[];
  /** What was not read, or is counted differently from the text. */
  note?: string;
};

/** The source of days from the project's own table of published dates, which was made from status pages. */
export const fromTable = ["the table of published dates that the project began with"];
