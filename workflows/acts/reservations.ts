import type { Receivable } from "../reservation-record.ts";
import type { CivilDate } from "../terms.ts";
import {
  type ActRow,
  type By,
  carries,
  confirmedIfEarlier,
  type ForParty,
  fresh,
  none,
  office,
  type Reserving,
} from "./row.ts";

type AboutReservation = ForParty & { reservation: string; on: CivilDate };

/** A party acts itself, or the office records the note verbale that it received. */
const byNote = {
  by: ["representative", "secretariat", "legal-officer"],
  needs: confirmedIfEarlier(...office),
  group: "force",
} as const;

/** Reservations and declarations, and what other States say about them (VCLT articles 19 to 23). */
export const reservationActs = {
  declare: {
    by: ["representative"],
    resource: "declarations",
    needs: fresh,
    carries: carries<ForParty>(),
  },
  "confirm-reservation": {
    by: ["representative", "secretariat"],
    resource: "reservation-acts",
    needs: fresh,
    group: "force",
    carries: carries<AboutReservation>(),
  },
  "notify-reservation": {
    by: ["secretariat", "legal-officer"],
    resource: "reservation-notifications",
    needs: confirmedIfEarlier(...office),
    group: "force",
    carries: carries<AboutReservation>(),
  },
  "answer-reservation": {
    ...byNote,
    resource: "reservation-acts",
    /** An objection after its time is a communication (20(5)); an acceptance after it says nothing new. */
    carries: carries<AboutReservation & { objects: boolean }>(),
  },
  "withdraw-objection": {
    ...byNote,
    resource: "reservation-acts",
    carries: carries<AboutReservation>(),
  },
  "react-to-declaration": {
    ...byNote,
    resource: "reservation-acts",
    carries: carries<AboutReservation>(),
  },
  "withdraw-reservation": {
    ...byNote,
    resource: "reservation-acts",
    carries: carries<AboutReservation>(),
  },
  "change-reservation": {
    ...byNote,
    resource: "reservation-changes",
    carries: carries<AboutReservation & { articles: number[] }>(),
  },
  "record-receipt": {
    by: ["secretariat", "legal-officer"],
    resource: "reservation-receipts",
    needs: confirmedIfEarlier(...office),
    group: "force",
    carries: carries<AboutReservation & { of: Receivable; objector: string | null }>(),
  },
  "lodge-late-reservation": {
    ...byNote,
    resource: "late-reservations",
    carries: carries<ForParty & Reserving & { on: CivilDate; replaces: string | null }>(),
  },
  communicate: {
    ...byNote,
    resource: "communications",
    carries: carries<ForParty & { on: CivilDate; concerning: string | null }>(),
  },
  "record-organ-decision": {
    by: ["secretariat", "legal-officer"],
    resource: "organ-decisions",
    needs: confirmedIfEarlier(...office),
    group: "force",
    carries: carries<By & { reservation: string; on: CivilDate }>(),
  },
  "settle-reservations": {
    by: ["service"],
    resource: null,
    needs: none,
    carries: carries<By & { on: CivilDate }>(),
  },
} as const satisfies Record<string, ActRow>;
