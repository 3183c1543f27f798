import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";

export type RegisteredStep = {
  party: string;
  step: string;
  on: string | null;
  expectedOn: string | null;
  note: string | null;
};

/** The steps of domestic procedures that parties have made public. As the public, by the register's own view. */
export async function registeredProcedures(db: Db, agreement: string): Promise<RegisteredStep[]> {
  const { rows } = await sql<RegisteredStep>`SELECT party, step, on_day::text AS on,
      expected_on::text AS "expectedOn", note
    FROM procedure_steps WHERE agreement = ${agreement}
    ORDER BY party, coalesce(on_day, expected_on), step`.execute(db);
  return rows;
}
