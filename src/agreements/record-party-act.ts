import type { Context } from "#src/context.ts";
import type { Act } from "#workflows/acts.ts";
import { type Asked, act, type Done } from "./act.ts";
import type { Command, Scene } from "./scene.ts";
import { settleSoon } from "./settle-soon.ts";

type PartyAct = Extract<Act, { party: string }>;

/**
 * Records a party's own act, or the depositary's receipt of it, in the list of the party's acts: the day on which it
 * counts, and its details. `also` writes the act's other rows.
 */
export function recordPartyAct(
  ctx: Context,
  asked: Asked & Pick<Command, "again">,
  done: PartyAct,
  detail: Record<string, unknown>,
  also: (scene: Scene) => Promise<Record<string, unknown> | undefined> = async () => undefined,
): Promise<Done> {
  const day = "on" in done ? { on: done.on } : {};
  return act(ctx, { ...asked, act: done, detail: { ...day, ...detail } }, async (scene) => {
    const { tx, writes, agreement, at, today } = scene;
    const on = "on" in done && done.on !== "today" ? done.on : today;
    const more = await also(scene);
    await settleSoon(scene);
    writes.push(
      tx.insertInto("party_acts").values({
        agreement: agreement.id,
        seq: agreement.version + 1,
        number: agreement.text_version,
        party: done.party,
        act: done.type,
        person: asked.person.id,
        on_day: on,
        detail: JSON.stringify({ ...detail, ...more }),
        at,
      }),
    );
    return undefined;
  });
}
