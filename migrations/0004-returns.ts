import { type Kysely, sql } from "kysely";

const statements = [
  `CREATE TABLE declinations (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    party text NOT NULL REFERENCES parties,
    person uuid NOT NULL REFERENCES people,
    reason text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, number, party),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  `CREATE TABLE withdrawal_agreements (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    party text NOT NULL REFERENCES parties,
    person uuid NOT NULL REFERENCES people,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, number, party),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  `CREATE TABLE withdrawals (
    agreement uuid NOT NULL,
    number integer NOT NULL,
    person uuid NOT NULL REFERENCES people,
    reason text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, number, person),
    FOREIGN KEY (agreement, number) REFERENCES versions
  )`,
  ...["declinations", "withdrawal_agreements", "withdrawals"].map(
    (table) => `CREATE TRIGGER ${table}_are_kept BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  ),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
