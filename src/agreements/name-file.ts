import { sql } from "kysely";
import { Refusal } from "#src/errors.ts";
import type { Scene } from "./scene.ts";

/**
 * Records that an act names an attached file, which is then kept permanently. Refuses a digest if its file was not
 * attached to this agreement, or was deleted since.
 */
export async function nameFile(
  { tx, agreement, at }: Pick<Scene, "tx" | "agreement" | "at">,
  digest: string,
): Promise<void> {
  const { rows } = await sql`UPDATE files SET named_at = coalesce(named_at, ${at})
    WHERE agreement = ${agreement.id} AND digest = ${digest} AND stored RETURNING digest`.execute(
    tx,
  );
  if (rows.length > 0) return;
  throw new Refusal("malformed-request", "Attach the file to the agreement first.", {
    errors: [{ pointer: "/file", detail: "is not attached to this agreement" }],
  });
}
