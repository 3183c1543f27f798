import type { Act } from "#workflows/acts.ts";

/**
 * The time of an act: now, but always after the agreement's last one, by a millisecond at least. Two processes whose
 * clocks are apart, as far as that is allowed, so never set an agreement's time back, and its times are in the order of
 * its acts. To be asked under the agreement's lock.
 */
export function notBefore(last: Date, now: Date): Date {
  return new Date(Math.max(now.getTime(), last.getTime() + 1));
}

/** The act as of that time; what closes then is judged by the time that goes on record. */
export function atMoment(act: Act, at: Date): Act {
  return "at" in act ? { ...act, at: at.toISOString() } : act;
}
