import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { firstStanding } from "#workflows/step-party.ts";
import { type Asked, act, type Done } from "../act.ts";
import { knownPartiesOf } from "./known-parties-of.ts";

/**
 * Sets the participating parties, in protocol order. Keeps the signatories of parties that stay. A removed party sees
 * nothing of the agreement from its next request on.
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
      const before = await rowsOf(tx, agreement.id);
      await tx.deleteFrom("agreement_parties").where("agreement", "=", agreement.id).execute();
      await tx
        .insertInto("agreement_parties")
        .values(
          parties.map(({ code }, index) => ({
            agreement: agreement.id,
            party: code,
            position: index + 1,
            signatory: before.get(code)?.signatory ?? null,
            standing: before.get(code)?.standing ?? firstStanding,
          })),
        )
        .execute();
      return undefined;
    },
  );
}

async function rowsOf(tx: Tx, agreement: string) {
  const rows = await tx
    .selectFrom("agreement_parties")
    .select(["party", "signatory", "standing"])
    .where("agreement", "=", agreement)
    .execute();
  return new Map(rows.map((row) => [row.party, row]));
}
