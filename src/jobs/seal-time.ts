import type { Task } from "./job-context.ts";

/** An attempt that starts within this time after its order uses the order's time. */
const sameAttemptMs = 5 * 60_000;

/**
 * The time that a seal states. Soon after the order it is the order's time, so that a killed attempt makes the same
 * file when it runs again. A later attempt states its own time.
 */
export function sealTimeOf({ created_at }: Pick<Task, "created_at">, now: Date): Date {
  return now.getTime() - created_at.getTime() < sameAttemptMs ? created_at : now;
}
