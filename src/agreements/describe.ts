import type { Context } from "#src/context.ts";
import type { Worded } from "#src/db.ts";
import { type Asked, act, type Done } from "./act.ts";
import { checkTitle } from "./check-title.ts";

export type Description = {
  title?: Worded | undefined;
  areas?: string[] | undefined;
  goals?: number[] | undefined;
};

/** Changes what describes a draft: its title per language, lines of work and development goals. */
export function describe(ctx: Context, asked: Asked, description: Description): Promise<Done> {
  return act(
    ctx,
    { ...asked, act: { type: "describe", by: asked.person.id }, detail: description },
    async ({ agreement }) => {
      const { title, areas, goals } = description;
      return {
        ...(title && { title: JSON.stringify(checkTitle(title, agreement.languages)) }),
        ...(areas && { areas }),
        ...(goals && { goals }),
      };
    },
  );
}
