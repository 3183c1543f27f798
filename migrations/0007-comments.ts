import { type Kysely, sql } from "kysely";

const statements = [
  `CREATE TABLE threads (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL,
    number integer NOT NULL,
    language text NOT NULL,
    article integer NOT NULL,
    heading text NOT NULL,
    quote text,
    audience text REFERENCES parties,
    person uuid NOT NULL REFERENCES people,
    party text REFERENCES parties,
    created_at timestamptz NOT NULL,
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  "CREATE INDEX threads_by_agreement ON threads (agreement, created_at DESC, id DESC)",
  `CREATE TABLE comments (
    id uuid PRIMARY KEY,
    thread uuid NOT NULL REFERENCES threads,
    person uuid NOT NULL REFERENCES people,
    party text REFERENCES parties,
    body text NOT NULL,
    at timestamptz NOT NULL
  )`,
  "CREATE INDEX comments_by_thread ON comments (thread, at, id)",
  `CREATE TABLE resolutions (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    thread uuid NOT NULL REFERENCES threads,
    resolved boolean NOT NULL,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL
  )`,
  "CREATE INDEX resolutions_by_thread ON resolutions (thread, id)",
  ...["threads", "comments", "resolutions"].map(
    (table) => `CREATE TRIGGER ${table}_are_kept BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  ),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
