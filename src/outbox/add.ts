import type { Tx } from "#src/db.ts";
import type { Effect } from "#workflows/step.ts";

/** Leaves the act's effects for the relay, in the act's own transaction: both are kept or neither. */
export async function addToOutbox(
  tx: Tx,
  effects: Effect[],
  { agreement, number, at }: { agreement: string; number: number; at: Date },
): Promise<void> {
  if (effects.length === 0) return;
  await tx
    .insertInto("outbox")
    .values(effects.map(({ name }) => ({ agreement, number, effect: name, created_at: at })))
    .execute();
}
