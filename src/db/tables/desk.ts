import type { ColumnType, Generated } from "kysely";
import type { Json } from "../columns.ts";

/** The desk's register of notes verbales and instruments. The database keeps what an entry said before a correction. */
export type DeskTables = {
  desk_numbers: { direction: "in" | "out"; year: number; last: number };
  desk_entries: {
    id: string;
    direction: "in" | "out";
    /** The year of registration in the depositary's zone, and the running number of that year and direction. */
    year: number;
    number: number;
    kind: string;
    party: string;
    agreement: string | null;
    channel: string;
    subject: string;
    /** The number that the sender gave the paper. */
    sender_number: string | null;
    /** The date that the paper bears. */
    dated: string | null;
    /** When it was received, or sent. */
    stamped_at: Date;
    /** The depositary's zone, in which the stamp is read. */
    zone: string;
    languages: string[];
    /** Whether only a scan has come, and the original is to follow. */
    scan_ahead: boolean;
    /** The incoming entry that an outgoing one answers. */
    answers: string | null;
    /** Who registered it, and when. */
    person: string;
    at: Date;
    /** The order of registration, over both directions. */
    seq: ColumnType<string, never, never>;
    version: Generated<number>;
    /** The last correction; null if there was none. */
    reason: string | null;
    corrected_by: string | null;
    corrected_at: Date | null;
  };
  desk_history: {
    entry: string;
    version: number;
    was: ColumnType<Record<string, unknown>, never, never>;
  };
  desk_events: {
    seq: ColumnType<string, never, never>;
    entry: string;
    act: "original-received" | "checked" | "acknowledged" | "returned";
    detail: Json<Record<string, unknown>>;
    person: string;
    at: Date;
  };
  desk_scans: {
    entry: string;
    digest: string;
    type: string;
    bytes: number;
    person: string;
    at: Date;
  };
  /** What parties report of their domestic procedures; the last report of a step counts. */
  procedure_steps: {
    id: string;
    agreement: string;
    party: string;
    step: "ministry" | "cabinet" | "parliament" | "head-of-state" | "gazette";
    on_day: string | null;
    expected_on: string | null;
    note: string | null;
    is_public: boolean;
    /** The paper from which the office entered it. */
    correspondence: string | null;
    person: string;
    at: Date;
    seq: ColumnType<string, never, never>;
  };
};
