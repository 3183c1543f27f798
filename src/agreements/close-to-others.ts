import type { Stage } from "#workflows/stage.ts";
import type { Scene } from "./scene.ts";

/**
 * A text that returns to the negotiators is open to nobody else: those that it was open to no longer see it. None of them
 * has signed, because they sign after the ceremony.
 */
export function closeToOthers({ tx, writes, agreement, facts }: Scene, stage: Stage): void {
  if (facts.entitled.length === 0 || typeof stage !== "object" || !("review" in stage)) return;
  writes.push(
    tx
      .deleteFrom("agreement_parties")
      .where("agreement", "=", agreement.id)
      .where("negotiated", "=", false),
  );
}
