import { type Kysely, sql } from "kysely";

const kept = ["account_entries", "account_statements"];

const statements = [
  // What was done to each account, a chain for each; positions are counted with those of evidence.
  `CREATE TABLE account_entries (
    account uuid NOT NULL REFERENCES people,
    seq integer NOT NULL,
    at timestamptz NOT NULL,
    event text NOT NULL,
    by uuid REFERENCES people,
    detail jsonb NOT NULL,
    previous text NOT NULL,
    hash text NOT NULL,
    position bigint NOT NULL UNIQUE DEFAULT nextval('evidence_position_seq'),
    PRIMARY KEY (account, seq)
  )`,
  "GRANT USAGE ON SEQUENCE evidence_position_seq TO depositary_api",
  `CREATE TABLE account_statements (
    account uuid NOT NULL,
    seq integer NOT NULL,
    note text NOT NULL,
    PRIMARY KEY (account, seq),
    FOREIGN KEY (account, seq) REFERENCES account_entries
  )`,
  // A leaf is of an agreement or of an account.
  `ALTER TABLE log_leaves
    ALTER COLUMN agreement DROP NOT NULL,
    ADD COLUMN account uuid,
    ADD CONSTRAINT log_leaves_of_one_chain CHECK ((agreement IS NULL) <> (account IS NULL)),
    ADD CONSTRAINT log_leaves_account_once UNIQUE (account, seq),
    ADD CONSTRAINT log_leaves_account_fkey
      FOREIGN KEY (account, seq) REFERENCES account_entries`,
  `CREATE POLICY of_accounts ON log_leaves FOR SELECT TO depositary_api
    USING (account IS NOT NULL)`,
  ...kept.flatMap((table) => [
    `CREATE TRIGGER ${table}_are_kept BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    `REVOKE UPDATE ON ${table} FROM depositary_api`,
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
    // Public keys and ids, for the exports of all who see an agreement that was signed with them.
    `CREATE POLICY of_askers ON ${table} FOR SELECT TO depositary_api USING (true)`,
  ]),
  // People add to their own account, the secretariat to other people's.
  `CREATE POLICY of_all ON account_entries FOR INSERT TO depositary_api WITH CHECK (true)`,
  `CREATE POLICY of_service ON account_statements FOR INSERT TO depositary_api
    WITH CHECK ((SELECT asks_for('service')))`,
];

type Found = { id: string; person: string; public_key: string };

/**
 * What is done to accounts enters the evidence log. Passkeys that are there already are entered once, as found: when
 * they were made, the log cannot say.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  const { rows } = await sql<Found>`SELECT id, person, public_key FROM passkeys
    WHERE revoked_at IS NULL ORDER BY person, created_at, id`.execute(db);
  const { rows: now } = await sql<{
    at: Date;
  }>`SELECT date_trunc('milliseconds', now()) AS at`.execute(db);
  const at = now[0]!.at;
  let before = { account: "", seq: 0, hash: "" };
  for (const { id, person, public_key } of rows) {
    const isFirst = person !== before.account;
    const seq = isFirst ? 1 : before.seq + 1;
    const previous = isFirst ? "0".repeat(64) : before.hash;
    const detail = { added: [{ credential: id, publicKey: public_key }] };
    // Canonical JSON: the keys in their order.
    const said = {
      account: person,
      at: at.toISOString(),
      by: null,
      detail,
      event: "passkeys-found",
    };
    const hash = await sha256(JSON.stringify({ ...said, previous, seq }));
    await sql`INSERT INTO account_entries (account, seq, at, event, by, detail, previous, hash)
      VALUES (${person}, ${seq}, ${at}, 'passkeys-found', NULL, ${JSON.stringify(detail)},
        ${previous}, ${hash})`.execute(db);
    before = { account: person, seq, hash };
  }
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
