import { addDays, addMonths } from "./civil-date.ts";
import type { Sentence } from "./entry-into-force.ts";
import type { CivilDate, Terms } from "./terms.ts";

/** The day on which a withdrawal takes effect, with the reasoning. */
export type WithdrawalEffect = { on: CivilDate; derivation: Sentence[] };

/** Months of notice if the text is silent on withdrawal (VCLT article 56(2)). */
const ordinaryMonths = 12;

/**
 * When a notice of withdrawal takes effect: the day of its receipt plus the period in the text, and if the text says
 * so the end of the year in which the period ends (VCLT articles 54(a), 56(2) and 78(b)). If the text is silent, or
 * excludes withdrawal and yet one is on record, twelve months.
 */
export function withdrawalEffect({ withdrawal }: Terms, received: CivilDate): WithdrawalEffect {
  const notice = typeof withdrawal === "string" ? { months: ordinaryMonths } : withdrawal;
  const ends =
    "days" in notice ? addDays(received, notice.days) : addMonths(received, notice.months);
  const atYearEnd = "atYearEnd" in notice && notice.atYearEnd === true;
  const on = atYearEnd ? `${ends.slice(0, 4)}-12-31` : ends;
  return {
    on,
    derivation: [
      { key: "notice-received", values: { date: received } },
      ...(withdrawal === "silent" ? [{ key: "silent-on-withdrawal", values: {} }] : []),
      "days" in notice
        ? { key: "days-of-notice", values: { days: notice.days } }
        : { key: "months-of-notice", values: { months: notice.months } },
      ...(atYearEnd ? [{ key: "at-the-end-of-the-year", values: { date: ends } }] : []),
      { key: "withdrawal-takes-effect", values: { date: on } },
    ],
  };
}
