import { type Kysely, sql } from "kysely";

const seen = "EXISTS (SELECT FROM agreements a WHERE a.id = agreement)";

const statements = [
  // Why a signatory had no passkey, where the consent rests on a one-time code.
  "ALTER TABLE signatures ADD COLUMN reason text",
  // A signature by a party's own certificate, announced and not yet given; open until its time or its end.
  `CREATE TABLE signature_preparations (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL,
    number integer NOT NULL,
    party text NOT NULL REFERENCES parties,
    person uuid NOT NULL REFERENCES people,
    version integer NOT NULL,
    consent jsonb NOT NULL,
    certificate bytea NOT NULL,
    chain bytea[] NOT NULL,
    form jsonb NOT NULL,
    files jsonb NOT NULL,
    at timestamptz NOT NULL,
    until timestamptz NOT NULL,
    ended_at timestamptz,
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  "CREATE INDEX signature_preparations_by_agreement ON signature_preparations (agreement, number)",
  // Each file signed by a party's own key, on top of the one before it.
  `CREATE TABLE certificate_signatures (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    original text NOT NULL,
    party text NOT NULL REFERENCES parties,
    position integer NOT NULL,
    base_digest text NOT NULL,
    digest text NOT NULL,
    certificate bytea NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, number, original, party),
    UNIQUE (agreement, number, original, position),
    FOREIGN KEY (agreement, number, original) REFERENCES originals
  )`,
  `CREATE TRIGGER certificate_signatures_are_kept BEFORE UPDATE OR DELETE ON certificate_signatures
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  "REVOKE UPDATE ON certificate_signatures FROM depositary_api",
  "REVOKE UPDATE ON signature_preparations FROM depositary_api",
  "GRANT UPDATE (ended_at) ON signature_preparations TO depositary_api",
  ...["certificate_signatures", "signature_preparations"].flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
    `CREATE POLICY of_askers ON ${table} TO depositary_api USING (${seen})`,
    `CREATE POLICY of_own_party ON ${table} AS RESTRICTIVE FOR INSERT TO depositary_api
      WITH CHECK ((SELECT asking_party()) IS NULL OR party = (SELECT asking_party()))`,
  ]),
];

/** Signatures by the parties' own certificates, and the reason of those by a one-time code. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
