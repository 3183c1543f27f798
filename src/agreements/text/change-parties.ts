import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { refuseCeased } from "#src/parties/end.ts";
import type { PartyOrder } from "#workflows/party-kinds.ts";
import { firstStanding } from "#workflows/step-party.ts";
import { type Asked, act, type Done } from "../act.ts";
import { knownPartiesOf, type NamedParty } from "./known-parties-of.ts";

/**
 * Sets the participating parties and, if given, how they are ordered. Keeps the signatories of parties that stay. A
 * removed party sees nothing of the agreement from its next request on.
 */
export function changeParties(
  ctx: Context,
  asked: Asked,
  given: { parties: NamedParty[]; order?: PartyOrder | undefined },
): Promise<Done> {
  const wanted = given.parties.map(({ code }) => code);
  const governments = given.parties.flatMap(({ code, as }) => (as === "government" ? [code] : []));
  return act(
    ctx,
    {
      ...asked,
      act: { type: "change-parties", by: asked.person.id, parties: wanted },
      detail: {
        parties: wanted,
        ...(governments.length > 0 && { governments }),
        ...(given.order && { order: given.order }),
      },
    },
    async ({ tx, agreement, today }) => {
      const order = given.order ?? agreement.party_order;
      const { languages } = agreement;
      const parties = await knownPartiesOf(tx, { parties: given.parties, order, languages });
      await refuseCeased(
        tx,
        parties.map(({ code }) => code),
        today,
      );
      const before = await rowsOf(tx, agreement.id);
      await tx.deleteFrom("agreement_parties").where("agreement", "=", agreement.id).execute();
      await tx
        .insertInto("agreement_parties")
        .values(
          parties.map(({ code, asGovernment }, index) => ({
            agreement: agreement.id,
            party: code,
            position: index + 1,
            signatory: before.get(code)?.signatory ?? null,
            standing: before.get(code)?.standing ?? firstStanding,
            as_government: asGovernment,
          })),
        )
        .execute();
      return { party_order: JSON.stringify(order) };
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
