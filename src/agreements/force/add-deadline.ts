import { startOfDay } from "#workflows/civil-date.ts";
import type { CivilDate } from "#workflows/terms.ts";
import type { Scene } from "../scene.ts";

/**
 * Adds a deadline at the start of a day in the instrument's zone. Idempotent. The deadline is stored as an absolute
 * time, and `fireDeadlines` carries it out.
 */
export async function addDeadline(
  { tx, agreement, facts, at }: Scene,
  kind: string,
  on: CivilDate,
): Promise<void> {
  await tx
    .insertInto("deadlines")
    .values({
      agreement: agreement.id,
      number: agreement.text_version,
      kind,
      due_at: startOfDay(on, facts.terms.zone),
      created_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
