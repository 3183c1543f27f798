import type { ActType } from "#workflows/acts.ts";
import type { Facts } from "#workflows/facts.ts";
import type { Receivable, Reservation } from "#workflows/reservation-record.ts";
import {
  hasAnswered,
  mayAnswer,
  needsConfirmation,
  reservationState,
} from "#workflows/reservations.ts";
import type { CivilDate } from "#workflows/terms.ts";

type About = { reservation: string; objects?: boolean; of?: Receivable; objector?: string | null };

/** The reservation that an act of a party is most likely about: one that it can still be taken on. */
export function aboutReservation(type: ActType, facts: Facts, party: string, on: CivilDate): About {
  if (type === "record-receipt") return toReceive(facts, party);
  const { reservations } = facts;
  const wanted = choose[type] ?? ((one: Reservation) => one.party === party);
  const fits = (one: Reservation) => wanted(one, { facts, party, on });
  const near = type === "answer-reservation" ? isOthers : (one: Reservation) => !one.withdrawnOn;
  const found =
    reservations.find(fits) ?? reservations.find((one) => near(one, { facts, party, on }));
  return { reservation: found?.id ?? "", objects: true };
}

type Look = { facts: Facts; party: string; on: CivilDate };

const choose: Partial<Record<ActType, (one: Reservation, look: Look) => boolean>> = {
  "answer-reservation": (one, look) =>
    isAnswerable(one, look) && mayAnswer(look.facts, one, look.party, look.on),
  "confirm-reservation": (one, { facts, party }) =>
    one.party === party && !one.withdrawnOn && needsConfirmation(facts.terms, one),
  "notify-reservation": (one, { facts, party }) =>
    one.party !== party &&
    one.notified[party] === undefined &&
    one.kind === "reservation" &&
    reservationState(facts, one) === "made",
  "withdraw-objection": (one, { party }) =>
    one.answers.some((own) => own.party === party && own.act === "objection" && !own.withdrawnOn),
  "react-to-declaration": (one, { party }) =>
    one.kind === "declaration" &&
    one.party !== party &&
    !one.reactions.some((own) => own.party === party),
  "withdraw-reservation": isOwn,
  "change-reservation": (one, look) => one.kind === "reservation" && isOwn(one, look),
  "record-organ-decision": (one, { facts }) =>
    one.organ === null && reservationState(facts, one) === "made",
};

function isOwn(one: Reservation, { party, facts }: Look): boolean {
  return (
    one.party === party &&
    ["made", "to-be-confirmed", "circulated"].includes(reservationState(facts, one))
  );
}

/** A reservation of another State, also one that was answered: the refusal then says so. */
function isOthers(one: Reservation, { party }: Look): boolean {
  return one.kind === "reservation" && one.party !== party;
}

function isAnswerable(one: Reservation, { facts, party }: Look): boolean {
  return (
    one.kind === "reservation" &&
    one.party !== party &&
    !hasAnswered(one, party) &&
    ["made", "to-be-confirmed", "circulated"].includes(reservationState(facts, one))
  );
}

/** A withdrawal that the State has not received notice of. */
function toReceive({ reservations }: Facts, party: string): About {
  for (const one of reservations) {
    const objector = one.answers.find((own) => own.withdrawnOn && !own.withdrawalReceivedOn)?.party;
    if (one.party === party && objector) {
      return { reservation: one.id, of: "objection-withdrawal", objector };
    }
    if (one.party === party) continue;
    if (one.withdrawnOn && !one.withdrawalReceivedOn[party]) {
      return { reservation: one.id, of: "withdrawal", objector: null };
    }
    const last = one.narrowings.at(-1);
    if (last && !last.receivedOn[party]) {
      return { reservation: one.id, of: "narrowing", objector: null };
    }
  }
  return { reservation: "", of: "withdrawal", objector: null };
}
