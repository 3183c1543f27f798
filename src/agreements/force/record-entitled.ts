import type { Tx } from "#src/db/db.ts";
import { type Participation, type WayIn, waysInOf } from "#workflows/participation-clause.ts";
import type { Scene } from "../scene.ts";

/**
 * Puts on record to which States and organisations the text is open, besides those that negotiated: they see it from now
 * on and are notified (VCLT article 77(1)(e)). The participation clause says which ones they are.
 */
export async function recordEntitled(
  { tx, agreement, facts }: Pick<Scene, "tx" | "agreement" | "facts">,
  clause: Participation,
): Promise<void> {
  const known = await tx
    .selectFrom("parties")
    .select(["code", "kind", "state", "member", "un_system"])
    .orderBy("protocol_order")
    .orderBy("code")
    .execute();
  const parties = new Set(facts.parties);
  // A State whose ministry or agency takes part would stand beside itself.
  const behind = new Set(known.flatMap(({ code, state }) => (parties.has(code) ? [state] : [])));
  const open = known
    .filter(({ code }) => !parties.has(code) && !behind.has(code))
    .flatMap(({ code, kind, member, un_system }) => {
      const isState = kind === "state";
      const ways = waysInOf(clause, {
        code,
        isState,
        isOrganization: kind === "organization",
        isMember: member ?? isState,
        isOfUnSystem: un_system ?? isState,
      });
      return ways.length > 0 ? [{ party: code, ways }] : [];
    });
  if (open.length > 0) await addEntitled(tx, agreement.id, open);
}

/** Adds their rows after those that are there; a party that has one keeps its place. */
export async function addEntitled(
  tx: Tx,
  agreement: string,
  open: { party: string; ways: WayIn[] }[],
): Promise<void> {
  const { last } = await tx
    .selectFrom("agreement_parties")
    .select((eb) => eb.fn.max("position").as("last"))
    .where("agreement", "=", agreement)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("agreement_parties")
    .values(
      open.map(({ party, ways }, index) => ({
        agreement,
        party,
        position: Number(last ?? 0) + index + 1,
        signatory: null,
        negotiated: false,
        ways_in: ways,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["agreement", "party"])
        .doUpdateSet((eb) => ({ ways_in: eb.ref("excluded.ways_in") })),
    )
    .execute();
}
