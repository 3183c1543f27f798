import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db.ts";
import { Refusal } from "#src/errors.ts";
import { sealingService } from "#src/people/person.ts";
import { act } from "./act.ts";
import { asService } from "./as-service.ts";

type Deadline = { agreement: string; number: number; kind: string };

/**
 * Does what the deadlines that have come ask for, each once: the act and the mark are one transaction. A
 * deadline whose agreement has moved on asks for nothing any more. Returns how many there were.
 */
export async function fireDeadlines(ctx: Context): Promise<number> {
  const due = await ctx.db
    .selectFrom("deadlines")
    .select(["agreement", "number", "kind"])
    .where("fired_at", "is", null)
    .where("due_at", "<=", ctx.now())
    .orderBy("due_at")
    .limit(100)
    .execute();
  for (const deadline of due) await fire(ctx, deadline);
  return due.length;
}

async function fire(ctx: Context, deadline: Deadline): Promise<void> {
  const at = ctx.now().toISOString();
  const close = { type: "close-signing", by: sealingService.id, at } as const;
  try {
    await act(ctx, asService(deadline.agreement, close, {}), async ({ tx, agreement, at }) => {
      // The window of an earlier version says nothing about the one that is open now.
      if (agreement.text_version !== deadline.number) throw new Refusal("wrong-stage", "Moved on.");
      await mark(tx, deadline, at);
      return undefined;
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await ctx.db.transaction().execute((tx) => mark(tx, deadline, ctx.now()));
  }
}

async function mark(tx: Tx, { agreement, number, kind }: Deadline, at: Date): Promise<void> {
  await tx
    .updateTable("deadlines")
    .set({ fired_at: at })
    .where("agreement", "=", agreement)
    .where("number", "=", number)
    .where("kind", "=", kind)
    .where("fired_at", "is", null)
    .execute();
}
