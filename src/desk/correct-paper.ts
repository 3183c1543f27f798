import type { Context } from "#src/context.ts";
import type { Person } from "#src/people/person.ts";
import { checkText } from "#src/text/policy.ts";
import { checkPaper, type Paper } from "./check-paper.ts";
import { onPaper } from "./on-paper.ts";

/** Corrects an entry. It keeps its number; what it said before, and why it was wrong, stay on record. */
export function correctPaper(
  ctx: Context,
  by: Person,
  { id, reason, ...given }: Paper & { id: string; reason: string },
): Promise<void> {
  const why = checkText(reason, { kind: "body", language: by.language, pointer: "/reason" });
  return onPaper(ctx, by, id, async (tx, { direction, zone, version }) => {
    const paper = await checkPaper(tx, by, given, { ctx, direction, zone });
    const correction = { reason: why, corrected_by: by.id, corrected_at: ctx.now() };
    await tx
      .updateTable("desk_entries")
      .set({ ...paper, ...correction, version: version + 1 })
      .where("id", "=", id)
      .execute();
  });
}
