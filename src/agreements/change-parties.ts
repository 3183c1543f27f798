import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db.ts";
import { type Asked, act, type Done } from "./act.ts";
import { knownPartiesOf } from "./known-parties-of.ts";

/**
 * Sets who takes part, in protocol order. Signatories of those who stay are kept; a party that no longer
 * takes part sees nothing of the agreement from the next request on.
 */
export function changeParties(
  ctx: Context,
  asked: Asked,
  given: { parties: { code: string }[] },
): Promise<Done> {
  const wanted = given.parties.map(({ code }) => code);
  return act(
    ctx,
    {
      ...asked,
      act: { type: "change-parties", by: asked.person.id, parties: wanted },
      detail: { parties: wanted },
    },
    async ({ tx, agreement }) => {
      const parties = await knownPartiesOf(tx, given.parties);
      const signatories = await signatoriesOf(tx, agreement.id);
      await tx.deleteFrom("agreement_parties").where("agreement", "=", agreement.id).execute();
      await tx
        .insertInto("agreement_parties")
        .values(
          parties.map(({ code }, index) => ({
            agreement: agreement.id,
            party: code,
            position: index + 1,
            signatory: signatories.get(code) ?? null,
          })),
        )
        .execute();
      return undefined;
    },
  );
}

async function signatoriesOf(tx: Tx, agreement: string): Promise<Map<string, string | null>> {
  const rows = await tx
    .selectFrom("agreement_parties")
    .select(["party", "signatory"])
    .where("agreement", "=", agreement)
    .execute();
  return new Map(rows.map(({ party, signatory }) => [party, signatory]));
}
