import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { checkManager } from "./invite.ts";
import { recordEvent } from "./record-event.ts";
import { waitingRecoveries } from "./recover.ts";

/** A member of the secretariat withdraws a waiting recovery, for example one with a wrong address. */
export async function withdrawRecovery(ctx: Context, by: Person, id: string): Promise<void> {
  checkManager(by);
  const at = ctx.now();
  await ctx.db.transaction().execute(async (tx) => {
    const row = await waitingRecoveries(tx, at).where("id", "=", id).forUpdate().executeTakeFirst();
    if (!row) throw new Refusal("not-found", "There is no such recovery, or its time is over.");
    await tx
      .updateTable("recoveries")
      .set({ withdrawn_by: by.id, withdrawn_at: at })
      .where("id", "=", id)
      .execute();
    const event = { at, actor: by.id, person: row.person, event: "recovery-withdrawn" } as const;
    await recordEvent(tx, { ...event, detail: { recovery: id } });
  });
}
