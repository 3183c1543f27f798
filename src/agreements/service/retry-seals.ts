import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { retrySeal } from "./retry-seal.ts";

/** The ids of the agreements whose seal has failed permanently. */
export async function failedSeals(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom("agreements")
    .select("id")
    .where("stage_name", "=", "sign.sealFailed")
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Orders these seals again, each as an act of this person. Skips a seal that is already ordered. */
export async function retrySeals(ctx: Context, person: Person, agreements: string[]) {
  for (const agreement of agreements) {
    try {
      await retrySeal(ctx, { agreement, person, version: "any", request: null });
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "wrong-stage")) throw error;
    }
  }
}
