import type { Generated } from "kysely";
import type { NotifiedBy, ObjectionGround, Receivable } from "#workflows/reservation-record.ts";
import type { Settlement } from "#workflows/settle-reservations.ts";

/** Reservations, and what was said and decided about them. Days are `YYYY-MM-DD`. */
export type ReservationTables = {
  reservations: {
    id: string;
    agreement: string;
    party: string;
    person: string;
    kind: "reservation" | "declaration";
    language: string;
    text: string;
    articles: number[];
    /** The party's standing when the declaration was made. */
    standing: string;
    made_on: string;
    at: Date;
    /** The day on which a late reservation was circulated; null for any other. */
    circulated_on: Generated<string | null>;
    /** The reservation that a late one enlarges. */
    replaces: Generated<string | null>;
  };
  reservation_acts: {
    reservation: string;
    party: string;
    act:
      | "acceptance"
      | "objection"
      | "objection-withdrawal"
      | "confirmation"
      | "withdrawal"
      | "approval"
      | "opposition"
      | "reclassification"
      /** It came after its time: a communication. */
      | "late-objection";
    reason: string;
    person: string;
    on_day: string;
    at: Date;
    /** Of an objection: whether it excludes treaty relations, and why it disputes the reservation's validity. */
    excludes: Generated<boolean | null>;
    ground: Generated<ObjectionGround | null>;
  };
  reservation_notifications: {
    reservation: string;
    party: string;
    circulated_on: string;
    notified_on: string;
    /** By what it was notified; null for what was recorded before this was. */
    basis: Generated<NotifiedBy | null>;
    at: Date;
  };
  /** Partial withdrawals. */
  reservation_changes: {
    id: string;
    reservation: string;
    party: string;
    language: string;
    text: string;
    articles: number[];
    person: string;
    on_day: string;
    at: Date;
  };
  /** `of` is the State that withdrew its objection, the partial withdrawal's id, or "". */
  reservation_receipts: {
    reservation: string;
    act: Receivable;
    of: string;
    party: string;
    received_on: string;
    basis: Generated<NotifiedBy | null>;
    at: Date;
  };
  reservation_decisions: {
    reservation: string;
    accepted: boolean;
    organ: string;
    reference: string;
    person: string;
    on_day: string;
    at: Date;
  };
  reservation_settlements: {
    reservation: string;
    verdict: Settlement["verdict"];
    on_day: string;
    at: Date;
  };
};
