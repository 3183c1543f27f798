import type { TermName, Terms } from "#src/text/terms-in-words.ts";

/** The fields of the terms that a person sees as one term. */
export function keysOf(term: TermName): (keyof Omit<Terms, "articles">)[] {
  return term === "reservations" ? ["reservations", "reservationRules"] : [term];
}
