import { addDays, addMonths, type CivilDate, firstOfNextMonth } from "./civil-date.ts";
import type { Delay } from "./entry-conditions.ts";
import type { Sentence } from "./entry-finding.ts";

/** The day on which a delay that is counted from another day ends. */
export function delayed(delay: Delay, from: CivilDate): CivilDate {
  if (delay.unit === "month-starts") return addMonths(`${from.slice(0, 7)}-01`, delay.count);
  const ends = (delay.unit === "days" ? addDays : addMonths)(from, delay.count);
  if (delay.counting === "day-after") return addDays(ends, 1);
  return delay.counting === "full-month" ? firstOfNextMonth(ends) : ends;
}

/** How the delay is counted, in one sentence. */
export function delaySentence(delay: Delay): Sentence {
  const { unit, count } = delay;
  if (unit === "month-starts") return { key: "delay-month-starts", values: { count } };
  const counting = delay.counting ?? "after";
  if (count === 0 && counting === "after") return { key: "delay-none", values: {} };
  return { key: `delay-${unit}-${counting}`, values: { count } };
}
