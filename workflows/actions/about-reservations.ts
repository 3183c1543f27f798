import type { Facts } from "../facts.ts";
import type { Reservation } from "../reservation-record.ts";
import { hasAnswered, mayAnswer, reservationState, timeToObject } from "../reservations.ts";
import { byClause, practice, vienna } from "../rule-of-action.ts";
import { type ActionsLook, type Found, hasConsented, todo } from "./action.ts";

/** Its own reservations to confirm at consent, and those of others that it may answer (VCLT articles 20 and 23). */
export function ofReservations({ facts, party, on }: ActionsLook): Found[] {
  return facts.reservations.flatMap((one): Found[] => {
    if (one.kind !== "reservation") return [];
    const state = reservationState(facts, one);
    if (one.party === party) {
      if (state !== "to-be-confirmed") return [];
      return todo("confirm-reservation", vienna("23(2)"));
    }
    const isOpen = ["made", "circulated"].includes(state);
    if (!isOpen || hasAnswered(one, party) || !mayAnswer(facts, one, party, on)) return [];
    const answer = answerTo(facts, one, party);
    // Only a contracting State keeps a late one out (Treaty Handbook, 3.5.3).
    if (answer.action === "answer-late-reservation" && !hasConsented(facts, party)) return [];
    return [{ ...answer, other: one.party }];
  });
}

/** How it may answer, and until when. Where all must accept, its acceptance is awaited (VCLT article 20(2)). */
function answerTo(facts: Facts, made: Reservation, party: string): Found {
  const { until: due, rule: why } = timeToObject(facts, made, party);
  if (why === "late") {
    return { action: "answer-late-reservation", kind: "open", due, rule: practice };
  }
  const action = "answer-reservation";
  const { acceptance, objectionMonths } = facts.terms.reservationRules ?? {};
  if (acceptance === "all" && hasConsented(facts, party)) {
    return { action, kind: "todo", due, rule: byClause(facts.terms, "reservations", "20(2)") };
  }
  const rule =
    objectionMonths === undefined
      ? vienna("20(5)")
      : byClause(facts.terms, "reservations", "20(5)");
  return { action, kind: "open", due, rule };
}
