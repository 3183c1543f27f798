import type { Context } from "#src/context.ts";
import { type Asked, act, type Done } from "../act.ts";
import { partyOf } from "../party-of.ts";
import { recordAdoption } from "./adopt.ts";

/** A party approves the text with this digest. The last party's approval adopts the text (VCLT article 9(1)). */
export function approve(ctx: Context, asked: Asked, { digest }: { digest: string }): Promise<Done> {
  const party = partyOf(asked.person);
  return act(
    ctx,
    {
      ...asked,
      act: { type: "approve", by: asked.person.id, party, digest },
      detail: { digest },
    },
    async (scene) => {
      const { tx, writes, agreement, facts, at, today, detail } = scene;
      const isLast = facts.parties.every((one) => one === party || facts.approvedBy.includes(one));
      if (isLast && facts.terms.adoption === undefined) {
        recordAdoption(scene, { rule: "all", on: today, digest, person: asked.person.id });
        detail.adopted = { rule: "all", on: today };
      }
      writes.push(
        tx.insertInto("approvals").values({
          agreement: agreement.id,
          number: agreement.text_version,
          party,
          person: asked.person.id,
          digest,
          at,
        }),
      );
      return undefined;
    },
  );
}
