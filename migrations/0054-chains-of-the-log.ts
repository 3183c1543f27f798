import { type Kysely, sql } from "kysely";

const statements = [
  // Entries that belong to no agreement and no account. They draw their positions with the evidence, so that one order holds all.
  `CREATE TABLE log_entries (
    chain text NOT NULL CHECK (chain <> ''),
    seq integer NOT NULL,
    position bigint NOT NULL UNIQUE DEFAULT nextval('evidence_position_seq'),
    at timestamptz NOT NULL,
    act text NOT NULL,
    detail jsonb NOT NULL,
    previous text NOT NULL,
    hash text NOT NULL,
    PRIMARY KEY (chain, seq)
  )`,
  `CREATE TRIGGER log_entries_are_kept BEFORE UPDATE OR DELETE ON log_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  "REVOKE UPDATE ON log_entries FROM depositary_api",
  "ALTER TABLE log_entries ENABLE ROW LEVEL SECURITY",
  "ALTER TABLE log_entries FORCE ROW LEVEL SECURITY",
  "CREATE POLICY of_owner ON log_entries TO CURRENT_USER USING (true)",
  // What the log says of itself is shown with every export; other chains are read by the service.
  `CREATE POLICY of_askers ON log_entries FOR SELECT TO depositary_api
    USING (chain IN ('log', 'restores') OR (SELECT asks_for('service')))`,
  `CREATE POLICY of_service ON log_entries FOR INSERT TO depositary_api
    WITH CHECK ((SELECT asks_for('service')))`,
  // A leaf is of an agreement's entry, of an account's, or of an entry of such a chain.
  `ALTER TABLE log_leaves
    ADD COLUMN chain text,
    DROP CONSTRAINT log_leaves_of_one_chain,
    ADD CONSTRAINT log_leaves_of_one_chain CHECK (num_nonnulls(agreement, account, chain) = 1),
    ADD UNIQUE (chain, seq),
    ADD FOREIGN KEY (chain, seq) REFERENCES log_entries`,
  `CREATE POLICY of_chains ON log_leaves FOR SELECT TO depositary_api
    USING (chain IN ('log', 'restores') OR (chain IS NOT NULL AND (SELECT asks_for('service'))))`,
];

/** Chains of the log that are of no agreement and no account: what the log records of itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
