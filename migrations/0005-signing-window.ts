import { type Kysely, sql } from "kysely";

const statements = [
  "ALTER TABLE openings ADD COLUMN closes_at timestamptz",
  `CREATE TABLE deadlines (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    due_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    fired_at timestamptz,
    PRIMARY KEY (agreement, number, kind),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  "CREATE INDEX deadlines_waiting ON deadlines (due_at) WHERE fired_at IS NULL",
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
