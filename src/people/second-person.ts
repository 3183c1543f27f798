import type { Tx } from "#src/db/db.ts";

/** That a second person confirms what the first one proposed: who that was, and what ends the proposal. */
export type Confirming = {
  proposedBy: string;
  end(tx: Tx): Promise<void>;
};

/** Thrown at the end of a transaction whose change would be in order, but needs a second person first. */
export class SecondPersonNeeded extends Error {}

/**
 * The last step of a change in its transaction: with a second person the proposal ends with it; where one is needed
 * and missing everything is rolled back by a `SecondPersonNeeded`.
 */
export async function conclude(
  tx: Tx,
  { needed, confirming }: { needed: boolean; confirming?: Confirming | undefined },
): Promise<void> {
  if (confirming) return confirming.end(tx);
  if (needed) throw new SecondPersonNeeded();
}
