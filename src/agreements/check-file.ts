import type { Tx } from "#src/db.ts";
import { Refusal } from "#src/errors.ts";

/** Refuses a digest of a file that was not attached to the agreement. */
export async function checkFile(tx: Tx, agreement: string, digest: string): Promise<void> {
  const found = await tx
    .selectFrom("files")
    .select("digest")
    .where("agreement", "=", agreement)
    .where("digest", "=", digest)
    .executeTakeFirst();
  if (found) return;
  throw new Refusal("malformed-request", "Attach the file to the agreement first.", {
    errors: [{ pointer: "/file", detail: "is not attached to this agreement" }],
  });
}
