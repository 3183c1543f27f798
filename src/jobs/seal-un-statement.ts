import { unsealedStatement } from "#src/agreements/registration/statement.ts";
import type { JobContext, Task } from "./job-context.ts";
import { sealPaper } from "./seal-paper.ts";

/**
 * Typesets and seals the certifying statement of a treaty that was sent to the United Nations, or the certified statement
 * of a later action. However often it runs, each has one.
 */
export async function sealUnStatement(context: JobContext, task: Task): Promise<void> {
  const { ctx, notifications } = context;
  const { agreement, seq } = task;
  const paper =
    seq === null
      ? null
      : await unsealedStatement(ctx.db, { agreement, seq }, notifications.languages, ctx.now());
  if (!paper) return ctx.log.info("job-needless", { why: "sealed-already" });
  await sealPaper(context, paper);
}
