import { type Kysely, sql } from "kysely";

const seen = "EXISTS (SELECT FROM agreements a WHERE a.id = agreement)";

/** Tables that only the service adds to and nobody changes: who reads them, the condition says. */
const kept = {
  log_leaves: seen,
  log_statements: seen,
  log_hashes: "true",
  log_checkpoints: "true",
};

const statements = [
  // What the log's order is made from. What is on record is numbered once, in the order in which it was done.
  "ALTER TABLE evidence ADD COLUMN position bigint",
  "ALTER TABLE evidence DISABLE TRIGGER evidence_are_kept",
  `UPDATE evidence e SET position = n.position
    FROM (SELECT agreement, seq, row_number() OVER (ORDER BY at, agreement, seq) AS position
      FROM evidence) n
    WHERE n.agreement = e.agreement AND n.seq = e.seq`,
  "ALTER TABLE evidence ENABLE TRIGGER evidence_are_kept",
  `ALTER TABLE evidence ALTER COLUMN position SET NOT NULL,
    ALTER COLUMN position ADD GENERATED ALWAYS AS IDENTITY`,
  `SELECT setval(pg_get_serial_sequence('evidence', 'position'),
    (SELECT coalesce(max(position), 0) + 1 FROM evidence), false)`,
  "CREATE UNIQUE INDEX evidence_by_position ON evidence (position)",

  `CREATE TABLE log_leaves (
    index bigint PRIMARY KEY,
    position bigint NOT NULL UNIQUE,
    agreement uuid NOT NULL,
    seq integer NOT NULL,
    UNIQUE (agreement, seq),
    FOREIGN KEY (agreement, seq) REFERENCES evidence
  )`,
  // The hash of each complete subtree of 2^level leaves; level 0 are the leaves.
  `CREATE TABLE log_hashes (
    level smallint NOT NULL,
    index bigint NOT NULL,
    hash text NOT NULL,
    PRIMARY KEY (level, index)
  )`,
  `CREATE TABLE log_checkpoints (
    size bigint PRIMARY KEY,
    root text NOT NULL,
    vkey text NOT NULL,
    note text NOT NULL,
    at timestamptz NOT NULL
  )`,
  `CREATE TABLE log_statements (
    agreement uuid NOT NULL,
    seq integer NOT NULL,
    note text NOT NULL,
    PRIMARY KEY (agreement, seq),
    FOREIGN KEY (agreement, seq) REFERENCES evidence
  )`,
  ...Object.entries(kept).flatMap(([table, condition]) => [
    `CREATE TRIGGER ${table}_are_kept BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    `REVOKE UPDATE ON ${table} FROM depositary_api`,
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
    `CREATE POLICY of_askers ON ${table} FOR SELECT TO depositary_api USING (${condition})`,
    `CREATE POLICY of_service ON ${table} FOR INSERT TO depositary_api
      WITH CHECK ((SELECT asks_for('service')))`,
  ]),
  ...["log_hashes", "log_checkpoints"].flatMap((table) => [
    `CREATE VIEW register.${table} AS SELECT * FROM public.${table}`,
    `GRANT SELECT ON register.${table} TO depositary_public`,
  ]),
];

/** The Merkle log over all evidence: its leaves, hashes and checkpoints, and what it says of agreements. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
