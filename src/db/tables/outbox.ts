import type { ColumnType, Generated } from "kysely";
import type { BigId } from "../columns.ts";

/** The effects that acts leave behind, and the letters among them. */
export type OutboxTables = {
  outbox: {
    id: BigId;
    /** Null for a letter to a person about their own account. */
    agreement: string | null;
    number: number;
    effect: string;
    /** The letter's recipient, and the letter (`LetterToPerson`); null if the row is about an agreement. */
    person: Generated<string | null>;
    letter: ColumnType<unknown, string | undefined, never>;
    /** The request that ordered it and the trace span it follows from; null if there was none. */
    request: Generated<string | null>;
    traceparent: Generated<string | null>;
    created_at: Date;
    /** The evidence entry of the act that ordered it; null if no act did. */
    seq: Generated<number | null>;
    run: Generated<number>;
    sent_at: Date | null;
    finished_at: Date | null;
    failed_at: Date | null;
    failure: string | null;
    failing_since: Date | null;
    stopped: Generated<boolean>;
  };
  letter_refusals: { outbox: string; run: number; person: string; reason: string; at: Date };
  letters: { outbox: string; person: string; message_id: string; sent_at: Date };
};
