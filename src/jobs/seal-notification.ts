import { drawUp } from "#src/agreements/notify/draw-up.ts";
import { orderSeal, sealIsOrdered } from "#src/agreements/notify/order-seal.ts";
import { unsealedNotification } from "#src/agreements/notify/sealed-page.ts";
import { lineOf } from "#src/observe/redact.ts";
import type { AgreementLetter } from "#src/outbox/letter-of.ts";
import type { JobContext, Task } from "./job-context.ts";
import { sealPaper } from "./seal-paper.ts";
import { soon } from "./soon.ts";

const notifying: readonly AgreementLetter[] = ["notification", "reservation-made"];

/** How long the letters about an act wait for its notification's sealed page, in milliseconds. */
export const sealWaitMs = 60_000;

/**
 * Before the letters about an act go out: its notification gets its number, which they name, and its sealed page, to
 * which they lead. The letters wait for the page for `sealWaitMs` at most. If it cannot be sealed by then, a job of its
 * own is ordered, which repeats until it is, and the letters say that the page follows.
 */
export async function prepareNotification(
  context: JobContext,
  task: Task,
  letter: AgreementLetter,
): Promise<void> {
  const { ctx, notifications } = context;
  const { agreement, number, seq } = task;
  if (seq === null || !notifying.includes(letter)) return;
  const drawn = await drawUp(ctx, { agreement, number, seq }, notifications.prefix);
  if (!drawn || (await sealIsOrdered(ctx.db, { agreement, seq }))) return;
  const { sealWaitMs: waitMs = sealWaitMs } = notifications;
  try {
    await soon(sealNotification(context, task), waitMs, "The page is not sealed in time.");
  } catch (error) {
    ctx.log.warn("page-follows", { letter, error: lineOf(error) });
    await orderSeal(ctx, { agreement, number, seq });
  }
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
