import type { StatedTerm } from "#workflows/terms.ts";

/** Usual wordings of final clauses, and what they state; `null` for a sentence that states nothing of the term. */
export type WordingCase = [sentence: string, term: StatedTerm, value: unknown];

export const deposits = (deposits: number, days: number) => ({
  form: "nth-deposit",
  deposits,
  days,
});
export const monthAfter = (consents: number, months: number) => {
  return { form: "month-after-nth-consent", consents, months };
};
export const afterNotification = (days: number) => ({ form: "after-last-notification", days });
export const on = (date: string) => ({ form: "fixed-date", date });
