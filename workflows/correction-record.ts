import type { CivilDate } from "./terms.ts";

/** The correction that was proposed last. */
export type Correction = {
  id: string;
  /** The last day to object. */
  until: CivilDate;
  /** False once it was objected to, withdrawn or made. */
  open: boolean;
  /** The signatory and contracting States that have agreed to it. */
  agreed: string[];
};
