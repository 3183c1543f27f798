import type { ColumnType } from "kysely";

/** A bigint that is given as a number, and read as text. */
type Count = ColumnType<string, number, never>;

/** The Merkle log over all evidence. Hashes are lower-case hex. */
export type LogTables = {
  log_leaves: { index: Count; position: Count; agreement: string; seq: number };
  log_hashes: { level: number; index: Count; hash: string };
  log_checkpoints: { size: Count; root: string; vkey: string; note: string; at: Date };
  /** How long an agreement's chain was and what its head was, signed by the log. */
  log_statements: { agreement: string; seq: number; note: string };
};
