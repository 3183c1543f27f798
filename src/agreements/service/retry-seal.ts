import type { Context } from "#src/context.ts";
import { type Asked, act, type Done } from "../act.ts";

/** Orders the seal again after it failed. */
export function retrySeal(ctx: Context, asked: Asked): Promise<Done> {
  return act(
    ctx,
    { ...asked, act: { type: "retry-seal", by: asked.person.id } },
    async () => undefined,
  );
}
