import { addMonths } from "./civil-date.ts";
import type { Sentence } from "./entry-into-force.ts";
import type { CivilDate, Terms } from "./terms.ts";

/** The day on which a withdrawal takes effect, with the reasoning. */
export type WithdrawalEffect = { on: CivilDate; derivation: Sentence[] };

/**
 * When a notice of withdrawal takes effect: the day of its receipt plus the period in the text. If the text is silent
 * on withdrawal, twelve months (VCLT articles 56(2) and 78(b)).
 */
export function withdrawalEffect({ withdrawal }: Terms, received: CivilDate): WithdrawalEffect {
  const months = withdrawal === "none" ? 12 : withdrawal.months;
  const on = addMonths(received, months);
  return {
    on,
    derivation: [
      { key: "notice-received", values: { date: received } },
      { key: "months-of-notice", values: { months } },
      { key: "withdrawal-takes-effect", values: { date: on } },
    ],
  };
}
