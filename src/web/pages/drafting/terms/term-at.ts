import { type TermName, termNames } from "#src/text/terms-in-words.ts";

/** The term that shows a fault: the rules on reservations are part of the reservations. */
export function termAt(field: string): TermName | undefined {
  return field === "reservationRules" ? "reservations" : termNames.find((one) => one === field);
}
