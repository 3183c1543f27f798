import { type Kysely, sql } from "kysely";

const statements = [
  `CREATE TABLE ceremonies (
    id uuid PRIMARY KEY,
    title jsonb NOT NULL,
    place jsonb NOT NULL,
    held_on date NOT NULL,
    held_at text NOT NULL,
    zone text NOT NULL,
    host text REFERENCES parties,
    languages text[] NOT NULL,
    state text NOT NULL CHECK (state IN ('planned', 'open', 'closed')),
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    opened_at timestamptz,
    closed_at timestamptz
  )`,
  "CREATE INDEX ceremonies_by_age ON ceremonies (created_at DESC, id DESC)",
  `CREATE TABLE ceremony_items (
    ceremony uuid NOT NULL REFERENCES ceremonies,
    position integer NOT NULL,
    agreement uuid NOT NULL REFERENCES agreements,
    seats jsonb NOT NULL,
    PRIMARY KEY (ceremony, position),
    UNIQUE (ceremony, agreement)
  )`,
  `CREATE TABLE ceremony_events (
    ceremony uuid NOT NULL REFERENCES ceremonies,
    seq integer NOT NULL,
    act text NOT NULL,
    person uuid NOT NULL REFERENCES people,
    detail jsonb NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (ceremony, seq)
  )`,
  `CREATE TABLE ceremony_records (
    ceremony uuid NOT NULL REFERENCES ceremonies,
    language text NOT NULL,
    digest text NOT NULL,
    markdown text NOT NULL,
    PRIMARY KEY (ceremony, language)
  )`,
  ...["ceremony_events", "ceremony_records"].map(
    (table) => `CREATE TRIGGER ${table}_are_kept BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  ),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
