import type { Act } from "#workflows/acts.ts";

/**
 * The time of an act: now, but at least one millisecond after the agreement's last act. Clock skew between processes
 * therefore never sets an agreement's time back, and times follow the order of acts. Call it under the agreement's
 * lock.
 */
export function notBefore(last: Date, now: Date): Date {
  return new Date(Math.max(now.getTime(), last.getTime() + 1));
}

/** Sets the act's time, so that closing times are judged by the time that goes on record. */
export function atMoment(act: Act, at: Date): Act {
  return "at" in act ? { ...act, at: at.toISOString() } : act;
}
