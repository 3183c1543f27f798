import { type Kysely, sql } from "kysely";

const office = "(SELECT asks_for('secretariat', 'legal-officer'))";
const reads = "(SELECT asks_for('secretariat', 'legal-officer', 'service'))";

/** The columns that a correction may change. */
const corrected = `kind, party, agreement, channel, subject, sender_number, dated, stamped_at,
  languages, scan_ahead, answers`;

const guarded = (table: string) => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY of_owner ON ${table} TO CURRENT_USER USING (true)`,
];

const kept = (table: string) => [
  ...guarded(table),
  `CREATE TRIGGER ${table}_are_kept BEFORE UPDATE OR DELETE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `REVOKE UPDATE ON ${table} FROM depositary_api`,
];

const statements = [
  // One running number for each direction and year. A row is locked until its transaction ends, so numbers have no gaps.
  `CREATE TABLE desk_numbers (
    direction text NOT NULL CHECK (direction IN ('in', 'out')),
    year integer NOT NULL,
    last integer NOT NULL,
    PRIMARY KEY (direction, year)
  )`,
  ...guarded("desk_numbers"),
  `CREATE POLICY of_office ON desk_numbers TO depositary_api USING (${office})
    WITH CHECK (${office})`,
  `CREATE TABLE desk_entries (
    id uuid PRIMARY KEY,
    direction text NOT NULL CHECK (direction IN ('in', 'out')),
    year integer NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    party text NOT NULL REFERENCES parties,
    agreement uuid REFERENCES agreements,
    channel text NOT NULL
      CHECK (channel IN ('by-hand', 'diplomatic-bag', 'post', 'e-mail', 'portal')),
    subject text NOT NULL,
    sender_number text,
    dated date,
    stamped_at timestamptz NOT NULL,
    zone text NOT NULL,
    languages text[] NOT NULL,
    scan_ahead boolean NOT NULL,
    answers uuid REFERENCES desk_entries,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    version integer NOT NULL DEFAULT 1,
    reason text,
    corrected_by uuid REFERENCES people,
    corrected_at timestamptz,
    UNIQUE (direction, year, number)
  )`,
  "CREATE INDEX desk_entries_by_party ON desk_entries (party, seq)",
  "CREATE INDEX desk_entries_by_agreement ON desk_entries (agreement) WHERE agreement IS NOT NULL",
  ...guarded("desk_entries"),
  "REVOKE UPDATE ON desk_entries FROM depositary_api",
  `GRANT UPDATE (${corrected}, version, reason, corrected_by, corrected_at) ON desk_entries TO depositary_api`,
  // A party sees its own entries; those about an agreement only if it sees that one. So does the archive.
  `CREATE POLICY of_readers ON desk_entries FOR SELECT TO depositary_api USING (${reads}
    OR ((party = (SELECT asking_party()) OR (SELECT asks_for('archivist')))
      AND (agreement IS NULL
        OR EXISTS (SELECT FROM agreements a WHERE a.id = desk_entries.agreement))))`,
  `CREATE POLICY of_office ON desk_entries FOR INSERT TO depositary_api WITH CHECK (${office})`,
  `CREATE POLICY of_correction ON desk_entries FOR UPDATE TO depositary_api USING (${office})
    WITH CHECK (${office})`,
  // What an entry said before each correction.
  `CREATE TABLE desk_history (
    entry uuid NOT NULL REFERENCES desk_entries,
    version integer NOT NULL,
    was jsonb NOT NULL,
    PRIMARY KEY (entry, version)
  )`,
  ...kept("desk_history"),
  "REVOKE INSERT ON desk_history FROM depositary_api",
  `CREATE POLICY of_readers ON desk_history FOR SELECT TO depositary_api USING (${reads}
    OR ((SELECT asks_for('archivist')) AND EXISTS (SELECT FROM desk_entries e WHERE e.id = entry)))`,
  // As its owner: nobody else writes the history.
  `CREATE FUNCTION keep_desk_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    BEGIN
      IF TG_OP = 'DELETE'
        OR (NEW.id, NEW.direction, NEW.year, NEW.number, NEW.zone, NEW.person, NEW.at, NEW.seq)
          IS DISTINCT FROM
          (OLD.id, OLD.direction, OLD.year, OLD.number, OLD.zone, OLD.person, OLD.at, OLD.seq)
        OR NEW.version <> OLD.version + 1
        OR NEW.reason IS NULL OR NEW.corrected_by IS NULL OR NEW.corrected_at IS NULL THEN
        RAISE EXCEPTION 'entries of the desk keep their number, and are corrected with a reason'
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      INSERT INTO desk_history (entry, version, was) VALUES (OLD.id, OLD.version, to_jsonb(OLD));
      RETURN NEW;
    END $$`,
  "REVOKE EXECUTE ON FUNCTION keep_desk_history FROM PUBLIC",
  `CREATE TRIGGER desk_entries_are_kept BEFORE UPDATE OR DELETE ON desk_entries
    FOR EACH ROW EXECUTE FUNCTION keep_desk_history()`,
  `CREATE TABLE desk_events (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry uuid NOT NULL REFERENCES desk_entries,
    act text NOT NULL
      CHECK (act IN ('original-received', 'checked', 'acknowledged', 'returned')),
    detail jsonb NOT NULL,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL
  )`,
  "CREATE INDEX desk_events_by_entry ON desk_events (entry, seq)",
  // Each of these happens once; a checklist is answered as often as needed.
  "CREATE UNIQUE INDEX desk_events_once ON desk_events (entry, act) WHERE act <> 'checked'",
  ...kept("desk_events"),
  "GRANT USAGE ON SEQUENCE desk_events_seq_seq, desk_entries_seq_seq TO depositary_api",
  // The checklist is the office's own work; a party reads the reason of a return.
  `CREATE POLICY of_readers ON desk_events FOR SELECT TO depositary_api
    USING (EXISTS (SELECT FROM desk_entries e WHERE e.id = entry)
      AND (act <> 'checked' OR (SELECT asking_party()) IS NULL))`,
  `CREATE POLICY of_office ON desk_events FOR INSERT TO depositary_api WITH CHECK (${office})`,
  `CREATE TABLE desk_scans (
    entry uuid NOT NULL REFERENCES desk_entries,
    digest text NOT NULL,
    type text NOT NULL,
    bytes integer NOT NULL,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL,
    PRIMARY KEY (entry, digest)
  )`,
  ...kept("desk_scans"),
  `CREATE POLICY of_readers ON desk_scans FOR SELECT TO depositary_api
    USING (EXISTS (SELECT FROM desk_entries e WHERE e.id = entry))`,
  `CREATE POLICY of_office ON desk_scans FOR INSERT TO depositary_api WITH CHECK (${office})`,
  // An act names the entry that it came from in its evidence.
  `CREATE INDEX evidence_of_correspondence ON evidence ((detail ->> 'correspondence'))
    WHERE detail ? 'correspondence'`,
];

/** The register of notes verbales and instruments, in and out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
