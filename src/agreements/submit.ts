import type { Context } from "#src/context.ts";
import { type Asked, act, type Done } from "./act.ts";
import { findAgreement } from "./find.ts";
import { readSource } from "./read-source.ts";

/**
 * Circulates the current text to the parties for review. Where this machine can typeset, the text is set
 * once before: what cannot be printed is refused now and not after everyone has approved it.
 */
export async function submit(ctx: Context, asked: Asked): Promise<Done> {
  await tryTypesetting(ctx, asked);
  return act(
    ctx,
    { ...asked, act: { type: "submit", by: asked.person.id } },
    async ({ agreement }) => ({ circulated_version: agreement.text_version }),
  );
}

async function tryTypesetting({ db, press }: Context, { agreement, person }: Asked): Promise<void> {
  if (!press || !person.roles.includes("legal-officer")) return;
  const row = await findAgreement(db, agreement, person);
  const source = await readSource(db, row, row.text_version);
  await press.draft(source, { id: row.id, date: row.updated_at.toISOString(), watermark: "" });
}
