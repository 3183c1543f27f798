import type { Context } from "#src/context.ts";
import { type Asked, act, type Done } from "./act.ts";

/** Circulates the current text to the parties for review. */
export function submit(ctx: Context, asked: Asked): Promise<Done> {
  return act(
    ctx,
    { ...asked, act: { type: "submit", by: asked.person.id } },
    async ({ agreement }) => ({ circulated_version: agreement.text_version }),
  );
}
