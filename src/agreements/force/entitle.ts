import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import type { WayIn } from "#workflows/participation-clause.ts";
import type { Asked, Done } from "../act.ts";
import { recordPartyAct } from "../record-party-act.ts";
import { knownPartiesOf } from "../text/known-parties-of.ts";
import { addEntitled } from "./record-entitled.ts";

export type Entitlement = {
  party: string;
  /** What the text is open to it for. */
  ways: WayIn[];
  /** The decision or the invitation by which it is. */
  reason: string;
};

/**
 * Records that a text is open to another State or organisation: one that was invited, or that the office did not know
 * when signing was opened. From then on it sees the text and is notified.
 */
export function entitle(ctx: Context, asked: Asked, given: Entitlement): Promise<Done> {
  const { person } = asked;
  const { party } = given;
  const ways = [...new Set(given.ways)];
  const reason = checkText(given.reason, { kind: "body", language: person.language });
  return recordPartyAct(
    ctx,
    { ...asked, again: { verb: "entitle", given } },
    { type: "entitle", by: person.id, party, ways },
    { ways, reason },
    async ({ tx, agreement, facts }) => {
      const all = [...new Set([...facts.parties, ...facts.entitled, party])].map((code) => ({
        code,
      }));
      await knownPartiesOf(tx, { parties: all }, () => "/party");
      const open = [...new Set([...(facts.waysIn[party] ?? []), ...ways])];
      await addEntitled(tx, agreement.id, [{ party, ways: open }]);
      return undefined;
    },
  );
}
