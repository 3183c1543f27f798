import { type Kysely, sql } from "kysely";

const statements = [
  // Null: attached before this, and kept for good. False: noted, and its bytes are being stored.
  `ALTER TABLE files
    ADD COLUMN bytes integer,
    ADD COLUMN stored boolean NOT NULL DEFAULT true,
    ADD COLUMN named_at timestamptz`,
  // Each party has its own row: what one attaches says nothing of what another has.
  "ALTER TABLE files DROP CONSTRAINT files_pkey",
  "CREATE UNIQUE INDEX files_of_party ON files (agreement, digest, (coalesce(party, '')))",
  "CREATE INDEX files_unnamed ON files (at) WHERE named_at IS NULL AND bytes IS NOT NULL",
  "CREATE INDEX files_by_digest ON files (digest)",
  // A file that an act has named never changes again, even for the owner. Any other file may be attached again or deleted.
  `CREATE FUNCTION keep_named_files() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp AS $$
  BEGIN
    IF TG_OP = 'DELETE' THEN
      IF OLD.named_at IS NULL AND OLD.bytes IS NOT NULL THEN RETURN OLD; END IF;
    ELSIF (NEW.agreement, NEW.digest, NEW.type, NEW.person, NEW.party, NEW.bytes)
        IS NOT DISTINCT FROM (OLD.agreement, OLD.digest, OLD.type, OLD.person, OLD.party, OLD.bytes)
      AND (OLD.named_at IS NULL
        OR (NEW.named_at, NEW.at, NEW.stored) IS NOT DISTINCT FROM (OLD.named_at, OLD.at, true))
    THEN RETURN NEW;
    END IF;
    RAISE EXCEPTION 'rows of files that an act has named are never changed or deleted'
      USING ERRCODE = 'integrity_constraint_violation';
  END $$`,
  "DROP TRIGGER files_are_kept ON files",
  `CREATE TRIGGER named_files_are_kept BEFORE UPDATE OR DELETE ON files
    FOR EACH ROW EXECUTE FUNCTION keep_named_files()`,
  // The service deletes what no act has named; a person deletes nothing.
  "GRANT DELETE ON files TO depositary_api",
  `CREATE POLICY of_sweep ON files AS RESTRICTIVE FOR DELETE TO depositary_api
    USING (named_at IS NULL AND bytes IS NOT NULL AND (SELECT asks_for('service')))`,
];

/** Attached files have a size, and go again if no act names them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
