import type { CivilDate } from "./civil-date.ts";
import type { SigningAct } from "./terms.ts";

/** An act by which a party consented, or came closer to consent, and the day on which it counts. */
export type ConsentAct = {
  party: string;
  act: "signature" | "confirmation" | "deposit" | "accession" | "notification" | "succession";
  /** The form of signature; null if it is not a signature. */
  as: SigningAct | null;
  /** By succession to a signature (Vienna Convention of 1978, article 37): no clause counts it again. */
  succeeded?: true | undefined;
  on: CivilDate;
  /** The day on which the party withdrew it before it was bound. */
  withdrawnOn?: CivilDate | undefined;
  /** The end of the participation it belongs to, if the party has consented again since. */
  endedOn?: CivilDate | undefined;
};

/** A State's succession to another in respect of the instrument (Vienna Convention of 1978, articles 17 to 24). */
export type Succession = {
  party: string;
  predecessor: string;
  /** The date of succession (article 2(1)(e)). */
  succeededOn: CivilDate;
  /** The day on which the depositary received the notification (article 22(3)). */
  on: CivilDate;
  /** From when it operates for a newly independent State: from the notification (article 23(2)); else null. */
  operatesOn: CivilDate | null;
};
