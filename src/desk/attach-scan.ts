import { kindOfFile } from "#src/bytes/kind-of-file.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { onPaper } from "./on-paper.ts";

/** Attaches a scan to an entry. It is kept for good. Attaching the same bytes again changes nothing. */
export async function attachScan(
  ctx: Context,
  by: Person,
  { id, bytes }: { id: string; bytes: Uint8Array },
): Promise<{ digest: string; type: string }> {
  const type = kindOfFile(bytes);
  if (!type) throw new Refusal("invalid-source", "Attach a PDF, a PNG or a JPEG.");
  const digest = await sha256(bytes);
  // The row comes last: a killed request leaves at most an object that nobody names.
  await onPaper(ctx, by, id, async () => {});
  await ctx.objects.put(bytes);
  await onPaper(ctx, by, id, async (tx) => {
    const row = { entry: id, digest, type, bytes: bytes.length, person: by.id, at: ctx.now() };
    await tx
      .insertInto("desk_scans")
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
  return { digest, type };
}
