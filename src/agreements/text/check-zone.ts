import { sql } from "kysely";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";

/** The database also computes days in the zone. A zone that only we know would break every list. */
export async function checkZone(tx: Tx, zone: string): Promise<void> {
  const { rows } =
    await sql`SELECT FROM pg_timezone_names WHERE lower(name) = lower(${zone})`.execute(tx);
  if (rows.length > 0) return;
  throw new Refusal("malformed-request", "The database does not know this time zone.", {
    errors: [{ pointer: "/terms/zone", detail: "is not a zone of the IANA database" }],
  });
}
