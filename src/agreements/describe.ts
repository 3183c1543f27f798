import type { Context } from "#src/context.ts";
import type { Worded } from "#src/db.ts";
import { type Asked, act, type Done } from "./act.ts";
import { checkTitle, checkTitled } from "./check-title.ts";

export type Description = {
  title?: Worded | undefined;
  areas?: string[] | undefined;
  goals?: number[] | undefined;
};

/** Changes what describes a draft: its title per language, lines of work and development goals. */
export function describe(ctx: Context, asked: Asked, description: Description): Promise<Done> {
  const { areas, goals } = description;
  const title = description.title && checkTitle(description.title);
  return act(
    ctx,
    {
      ...asked,
      act: { type: "describe", by: asked.person.id },
      detail: { ...(title && { title }), ...(areas && { areas }), ...(goals && { goals }) },
    },
    async ({ agreement }) => {
      if (title) checkTitled(title, agreement.languages);
      return {
        ...(title && { title: JSON.stringify(title) }),
        ...(areas && { areas }),
        ...(goals && { goals }),
      };
    },
  );
}
