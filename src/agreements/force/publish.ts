import type { Context } from "#src/context.ts";
import { type Asked, act, type Done } from "../act.ts";
import { settleSoon } from "../settle-soon.ts";

/** Publishes the sealed instrument in the public register. */
export function publish(ctx: Context, asked: Asked): Promise<Done> {
  const by = asked.person.id;
  return act(ctx, { ...asked, act: { type: "publish", by } }, async (scene) => {
    const { tx, writes, agreement, at } = scene;
    await settleSoon(scene);
    writes.push(tx.insertInto("publications").values({ agreement: agreement.id, person: by, at }));
    return undefined;
  });
}
