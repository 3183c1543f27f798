import type { Context } from "#src/context.ts";
import { type Asked, act, type Done } from "../act.ts";

/** Publishes the sealed instrument in the public register. */
export function publish(ctx: Context, asked: Asked): Promise<Done> {
  const by = asked.person.id;
  return act(
    ctx,
    { ...asked, act: { type: "publish", by } },
    async ({ tx, writes, agreement, at }) => {
      writes.push(
        tx.insertInto("publications").values({ agreement: agreement.id, person: by, at }),
      );
      return undefined;
    },
  );
}
