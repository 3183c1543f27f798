import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { type Asked, act, type Done } from "../act.ts";
import { recordEntitled } from "../force/record-entitled.ts";

export type Plan = {
  /** When signing closes, an instant; null if it stays open until all have signed. */
  closesAt: Date | null;
  /** Groups of parties that sign one after the other; absent if everyone signs at any time. */
  groups?: string[][] | undefined;
  /** How many signatures suffice when the time is over; absent if every party is needed. */
  quorum?: number | undefined;
};

/**
 * A legal officer opens signing. It opens once a second officer does the same with the same plan. After its end no
 * party can sign. The agreement is then sealed if enough have signed, else it lapses. A text that stays open for
 * signature has no such end: the depositary closes the ceremony, and the participation clause says who signs later.
 */
export function openSigning(ctx: Context, asked: Asked, wanted: Plan): Promise<Done> {
  const by = asked.person.id;
  const { closesAt } = wanted;
  if (closesAt && closesAt <= ctx.now()) {
    throw new Refusal("malformed-request", "Signing cannot end before it begins.", {
      errors: [{ pointer: "/closesAt", detail: "lies in the past" }],
    });
  }
  if (wanted.quorum !== undefined && !closesAt) {
    throw new Refusal("malformed-request", "A number that suffices needs an end of signing.", {
      errors: [{ pointer: "/closesAt", detail: "is missing" }],
    });
  }
  const groups = wanted.groups ?? [];
  const plan = { closesAt: closesAt?.toISOString() ?? null, groups, quorum: wanted.quorum ?? null };
  return act(
    ctx,
    { ...asked, act: { type: "open-signing", by, plan }, detail: plan },
    async (scene) => {
      const { tx, writes, agreement, facts, at } = scene;
      const of = { agreement: agreement.id, number: agreement.text_version };
      writes.push(
        tx.insertInto("openings").values({
          ...of,
          person: by,
          at,
          closes_at: closesAt,
          groups: JSON.stringify(groups),
          quorum: plan.quorum,
        }),
      );
      if (facts.openedBy.length === 0) return undefined;
      if (closesAt) {
        const deadline = { kind: "close-signing", due_at: closesAt, created_at: at };
        writes.push(tx.insertInto("deadlines").values({ ...of, ...deadline }));
      }
      const clause = facts.terms.participation;
      if (clause) await recordEntitled(scene, clause);
      return undefined;
    },
  );
}
