import { holds, kept } from "./law.ts";

/** Reservations and declarations of the party's own, and what it takes back (VCLT articles 19 and 22). */
export const reserving = {
  declare: { actions: "announce-declaration" as const },
  "withdraw-reservation": kept(
    "reservation-is-the-partys",
    "reservation-stands",
    "act-was-possible-then",
  ),
  "change-reservation": kept(
    "reservation-is-the-partys",
    "reservation-stands",
    "reservation-narrows",
    "act-was-possible-then",
  ),
};

const answered = [
  "reservation-is-anothers",
  "reservation-stands",
  "reservation-needs-acceptance",
  "states-accept-it",
  "reservation-is-not-answered",
  "objection-is-not-communicated",
] as const;

/** How a State answers the reservations and declarations of others (articles 20 to 23). */
export const answeringOthers = {
  "answer-reservation": [
    kept(...answered, "objection-is-late"),
    kept(...answered, "time-to-object-runs", "act-was-possible-then"),
  ],
  "withdraw-objection": kept("objection-stands", "act-was-possible-then"),
  "react-to-declaration": kept(
    "declaration-is-anothers",
    "declaration-is-not-reacted-to",
    "act-was-possible-then",
  ),
};

/** Also open before the party consents: it may object until then, and a confirmation comes later (23(3)). */
export const answering = { ...reserving, ...answeringOthers };

const permitted = [
  "reservations-are-permitted",
  "articles-may-be-reserved",
  "reservation-is-multilateral",
] as const;

/** A reservation after the consent: circulated, and deposited only if no contracting State objects (practice). */
export const reservingLate = {
  "lodge-late-reservation": kept(
    ...permitted,
    "reservation-is-the-partys",
    "reservation-stands",
    "act-was-possible-then",
  ),
};

/** Together with the consent, and not afterwards (VCLT article 23(2)). */
export const confirming = kept(
  "reservation-is-the-partys",
  "reservation-is-unconfirmed",
  "confirmed-with-the-consent",
);

/** A consent with reservations, which all or an organ may have to accept first (article 20(2) and (3)). */
export function consenting(...own: Parameters<typeof holds>) {
  return [
    {
      guard: holds(...own, ...permitted, "reservation-awaits-acceptance"),
      target: "#participation.awaitingAcceptance",
    },
    { guard: holds(...own, ...permitted), target: "#participation.contracting" },
  ];
}
