import { startOfDay } from "#workflows/civil-date.ts";
import type { CivilDate } from "#workflows/terms.ts";
import type { Scene } from "../scene.ts";

/**
 * Puts down what falls due when a day begins in the instrument's zone. The same deadline stands once; it is
 * an absolute time, and `fireDeadlines` does what it asks for.
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
