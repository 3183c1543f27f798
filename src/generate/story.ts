import type { NewAgreement } from "#src/agreements/text/insert-agreement.ts";
import type { Table } from "./table.ts";

/** One history of an agreement, told once by real acts and then copied many times. */
export type Story = Pick<NewAgreement, "template" | "variables" | "clauses" | "terms"> & {
  name: string;
  /** How often it is copied, compared with the others. */
  weight: number;
  /** The stage in which it ends. */
  stage: string;
  languages: string[];
  /** How many parties it begins with. */
  parties: number;
  /** How many accede later. */
  joins?: number;
  /** Whether its periods are months or years, so that a copy keeps the days of the calendar. */
  calendar?: boolean;
  /** Whether people still work on it, so that a copy ends shortly before the end of the histories. */
  open?: boolean;
  tell(table: Table): Promise<void>;
};

/** A story before it is told in one set of languages or another, such as `en ru`. */
export type Plot = Omit<Story, "languages"> & { languages: [weight: number, languages: string][] };
