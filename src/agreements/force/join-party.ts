import { refuseCeased } from "#src/parties/end.ts";
import type { CivilDate } from "#workflows/terms.ts";
import type { Scene } from "../scene.ts";
import { knownPartiesOf } from "../text/known-parties-of.ts";

/** Adds a new party after the existing ones, if it has no row yet. The office must know it. */
export async function joinParty(
  { tx, agreement, facts, after, today }: Scene,
  party: string,
  on: CivilDate | "today",
): Promise<void> {
  if (facts.parties.includes(party) || facts.entitled.includes(party)) return;
  const all = [...facts.parties, party].map((code) => ({ code }));
  await knownPartiesOf(tx, { parties: all }, () => "/party");
  await refuseCeased(tx, [party], on === "today" ? today : on);
  await tx
    .insertInto("agreement_parties")
    .values({
      agreement: agreement.id,
      party,
      position: facts.parties.length + facts.entitled.length + 1,
      signatory: null,
      standing: after[party] ?? "contracting",
      negotiated: false,
    })
    .onConflict((found) => found.columns(["agreement", "party"]).doNothing())
    .execute();
}
