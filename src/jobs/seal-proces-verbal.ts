import { findAgreement } from "#src/agreements/find.ts";
import { type RecordToSeal, recordsToSeal } from "#src/agreements/forms/records-to-seal.ts";
import { sealingService } from "#src/people/person.ts";
import type { JobContext, Task } from "./job-context.ts";
import { sealPaper } from "./seal-paper.ts";

/**
 * Typesets and seals each procès-verbal of an agreement that has no paper yet, of corrections and of deposits, and the
 * certificate of each copy. However often it runs, each has one paper: the table refuses a second one.
 */
export async function sealProcesVerbal(context: JobContext, task: Task): Promise<void> {
  const { ctx } = context;
  const agreement = await findAgreement(ctx.db, task.agreement, sealingService);
  const waiting = await recordsToSeal(ctx.db, agreement, task.number);
  if (waiting.length === 0) return ctx.log.info("job-needless", { why: "sealed-already" });
  const faults: unknown[] = [];
  const seal = (one: RecordToSeal) =>
    sealPaper(context, { agreement, number: task.number, ...one });
  for (const one of waiting) {
    // One that cannot be made keeps no other one back.
    await seal(one).catch((fault) => faults.push(fault));
  }
  if (faults.length > 0) throw faults[0];
}
