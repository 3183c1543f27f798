import type {
  Condition,
  Delay,
  EntryConditions,
  SingleCondition,
} from "#workflows/entry-conditions.ts";

/** So many consents. */
export const consents = (needed: number): SingleCondition => ({ kind: "consents", needed });

export const days = (count: number): Delay => ({ unit: "days", count });
export const months = (count: number): Delay => ({ unit: "months", count });
/** The first day of the month after so many full months. */
export const fullMonths = (count: number): Delay => ({
  unit: "months",
  count,
  counting: "full-month",
});
/** The first day of the nth month after that of the deposit. */
export const monthStarts = (count: number): Delay => ({ unit: "month-starts", count });

/** A clause whose later parties wait as long as the instrument did. */
export const alike = (when: Condition, delay: Delay): EntryConditions => ({
  form: "conditions",
  when,
  delay,
  later: delay,
});
