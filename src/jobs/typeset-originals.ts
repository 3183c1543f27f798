import { findAgreement } from "#src/agreements/find.ts";
import { readSource } from "#src/agreements/read-source.ts";
import { reportTypeset } from "#src/agreements/report-typeset.ts";
import { reportTypesetFailed } from "#src/agreements/report-typeset-failed.ts";
import { findFile } from "#src/archive/find-file.ts";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { sealingService } from "#src/people/person.ts";
import type { Room, Task } from "./room.ts";

/**
 * Typesets the authenticated text as the original that is shown and signed, and reports it. Run twice it
 * makes the same bytes, and the second report finds the first.
 */
export async function typesetOriginals({ ctx, reached }: Room, task: Task): Promise<void> {
  const agreement = await findAgreement(ctx.db, task.agreement, sealingService);
  if (await findFile(ctx.db, agreement, "original")) return;
  const source = await readSource(ctx.db, agreement, task.number);
  const { pdf, pages } = await typesetInstrument(source, {
    id: `${agreement.id}-${task.number}`,
    date: task.created_at.toISOString(),
  });
  await reached("original-typeset");
  const original = await ctx.objects.put(pdf);
  await reached("original-stored");
  await reportTypeset(ctx, { agreement: agreement.id, number: task.number, original, pages });
  await reached("original-reported");
}

/** Returns the agreement to its drafters with the reason, unless an original is there after all. */
export async function giveUpTypesetting({ ctx }: Room, task: Task, reason: string): Promise<void> {
  const agreement = await findAgreement(ctx.db, task.agreement, sealingService);
  if (agreement.stage_name !== "sign.authenticated") return;
  if (await findFile(ctx.db, agreement, "original")) return;
  await reportTypesetFailed(ctx, { agreement: agreement.id, reason });
}
