import type { ColumnType, Generated } from "kysely";

/** A bigint that is written as a number and read as text. */
type Count = ColumnType<string, number, never>;

/** The Merkle log over all evidence. Hashes are lower-case hex. */
export type LogTables = {
  /** A leaf belongs to an agreement's entry, an account's, or one of the log's own chains. */
  log_leaves: {
    index: Count;
    position: Count;
    agreement: string | null;
    account: string | null;
    chain: string | null;
    seq: number;
  };
  /** Entries of no agreement. In the chains `log` and `restores` the log records its own events. */
  log_entries: {
    chain: string;
    seq: number;
    position: Generated<string>;
    at: Date;
    act: string;
    detail: Record<string, unknown>;
    previous: string;
    hash: string;
  };
  log_hashes: { level: number; index: Count; hash: string };
  log_checkpoints: { size: Count; root: string; vkey: string; note: string; at: Date };
  /** The length and head of an agreement's chain, signed by the log. */
  log_statements: { agreement: string; seq: number; note: string };
  /** What was done to each account, one chain per account; `by` is null if no one had signed in. */
  account_entries: {
    account: string;
    seq: number;
    at: Date;
    event: string;
    by: string | null;
    detail: ColumnType<Record<string, unknown>, string, never>;
    previous: string;
    hash: string;
    position: ColumnType<string, never, never>;
  };
  /** The same as `log_statements`, for accounts. */
  account_statements: { account: string; seq: number; note: string };
};
