import { awaitsAcceptance } from "#workflows/acceptance-of-all.ts";
import type { Scene } from "./scene.ts";

/**
 * After an act that may complete the acceptance of a reservation, orders that the service looks at it at once. Does
 * nothing if no reservation to this text waits for all or for an organ (VCLT article 20(2) and (3)).
 */
export async function settleSoon({ tx, agreement, facts, at }: Scene): Promise<void> {
  if (!awaitsAcceptance(facts)) return;
  await tx
    .insertInto("deadlines")
    .values({
      agreement: agreement.id,
      number: agreement.text_version,
      kind: `settle-reservations/${agreement.version + 1}`,
      due_at: at,
      created_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
