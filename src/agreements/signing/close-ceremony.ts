import type { Context } from "#src/context.ts";
import { type Asked, act, type Done } from "../act.ts";

/**
 * The depositary closes the ceremony of a text that stays open for signature: what was signed is sealed, and later
 * signatures are papers of their own.
 */
export function closeCeremony(ctx: Context, asked: Asked): Promise<Done> {
  const by = asked.person.id;
  return act(ctx, { ...asked, act: { type: "close-ceremony", by } }, async () => undefined);
}
