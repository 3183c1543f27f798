import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { type Asked, act, type Done } from "./act.ts";

/** The end of the signing window, an instant; null where signing stays open until all have signed. */
export type Window = { closesAt: Date | null };

/**
 * A legal officer opens signing; it is open once a second officer has done the same, with the same end.
 * Whoever has not signed by then signs no more, and the agreement lapses.
 */
export function openSigning(ctx: Context, asked: Asked, { closesAt }: Window): Promise<Done> {
  const by = asked.person.id;
  if (closesAt && closesAt <= ctx.now()) {
    throw new Refusal("malformed-request", "Signing cannot end before it begins.", {
      errors: [{ pointer: "/closesAt", detail: "lies in the past" }],
    });
  }
  const end = closesAt?.toISOString() ?? null;
  return act(
    ctx,
    { ...asked, act: { type: "open-signing", by, closesAt: end }, detail: { closesAt: end } },
    async ({ tx, agreement, facts, at }) => {
      const of = { agreement: agreement.id, number: agreement.text_version };
      await tx
        .insertInto("openings")
        .values({ ...of, person: by, at, closes_at: closesAt })
        .execute();
      if (closesAt && facts.openedBy.length > 0) {
        const deadline = { kind: "close-signing", due_at: closesAt, created_at: at };
        await tx
          .insertInto("deadlines")
          .values({ ...of, ...deadline })
          .execute();
      }
      return undefined;
    },
  );
}
