import { type Kysely, sql } from "kysely";

const statements = [
  // What the schema consists of, so that a start on a database restored in part can say what is missing.
  "CREATE TABLE schema_parts (part text PRIMARY KEY)",
  "REVOKE ALL ON schema_parts FROM depositary_api",
];

/** The list of the schema's own parts; each start that changes the schema writes it again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
