import { drawUp } from "#src/agreements/notify/draw-up.ts";
import { unsealedNotification } from "#src/agreements/notify/sealed-page.ts";
import type { AgreementLetter } from "#src/outbox/letter-of.ts";
import type { JobContext, Task } from "./job-context.ts";
import { sealPaper } from "./seal-paper.ts";

const notifying: readonly AgreementLetter[] = ["notification", "reservation-made"];

/** Before the letters about an act go out: its notification gets its number, which they name. */
export async function numberNotification(
  { ctx, notifications }: JobContext,
  { agreement, number, seq }: Task,
  letter: AgreementLetter,
): Promise<void> {
  if (seq === null || !notifying.includes(letter)) return;
  await drawUp(ctx, { agreement, number, seq }, notifications.prefix);
}

/** Typesets and seals a notification in the depositary's working languages. However often it runs, it has one page. */
export async function sealNotification(context: JobContext, task: Task): Promise<void> {
  const { ctx, notifications } = context;
  const { agreement, seq } = task;
  const paper =
    seq === null
      ? null
      : await unsealedNotification(ctx.db, { agreement, seq }, notifications.languages);
  if (!paper) return ctx.log.info("job-needless", { why: "sealed-already" });
  await sealPaper(context, paper);
}
