import type { Tx } from "#src/db/db.ts";

/** A second person's confirmation: who proposed the change, and what ends the proposal. */
export type Confirming = {
  proposedBy: string;
  end(tx: Tx): Promise<void>;
};

/** Thrown at the end of a transaction if the change is valid but needs a second person first. */
export class SecondPersonNeeded extends Error {}

/**
 * The last step of a change in its transaction. If a second person confirms, ends the proposal. If one is needed and
 * missing, rolls everything back by throwing `SecondPersonNeeded`.
 */
export async function conclude(
  tx: Tx,
  { needed, confirming }: { needed: boolean; confirming?: Confirming | undefined },
): Promise<void> {
  if (confirming) return confirming.end(tx);
  if (needed) throw new SecondPersonNeeded();
}
