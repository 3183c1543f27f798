import type { ColumnType, Generated } from "kysely";

/** A bigint that is given as a number, and read as text. */
type Count = ColumnType<string, number, never>;

/** The Merkle log over all evidence. Hashes are lower-case hex. */
export type LogTables = {
  /** A leaf is of an agreement's entry, of an account's, or of a chain of the log's own. */
  log_leaves: {
    index: Count;
    position: Count;
    agreement: string | null;
    account: string | null;
    chain: string | null;
    seq: number;
  };
  /** Entries of no agreement; the chains `log` and `restores` are what the log records of itself. */
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
  /** How long an agreement's chain was and what its head was, signed by the log. */
  log_statements: { agreement: string; seq: number; note: string };
  /** What was done to each account, a chain for each; `by` is null for nobody who had signed in. */
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
  /** The same as `log_statements`, of accounts. */
  account_statements: { account: string; seq: number; note: string };
};
