import type { Task } from "./job-context.ts";

/** An attempt that follows its order by less than this bears the order's time. */
const sameAttemptMs = 5 * 60_000;

/**
 * The time that a seal says. Soon after the order it is the order's, so that an attempt that was killed and is run again
 * makes the same file; an attempt that had to wait says its own.
 */
export function sealTimeOf({ created_at }: Pick<Task, "created_at">, now: Date): Date {
  return now.getTime() - created_at.getTime() < sameAttemptMs ? created_at : now;
}
