import { holds, kept } from "./law.ts";
import type { LetterEffect } from "./letters.ts";

/** An act of a party whose own machine decides, and that the others are told of. */
const told = (actions: LetterEffect) => ({ guard: holds("party-takes-part"), actions });

/** The same, also for a State that is only entitled to become a party (VCLT articles 20(5), 23(1); ILC Guide 2.6.3). */
const answered = (actions: LetterEffect) => ({ guard: holds("party-may-answer"), actions });

const inPart = kept("party-takes-part");

/** Reservations and declarations of a published instrument, and what is said about them (VCLT articles 19 to 23). */
export const reserving = {
  declare: inPart,
  "confirm-reservation": inPart,
  "answer-reservation": [
    {
      guard: holds("party-may-answer", "objection-is-late"),
      actions: "announce-communication" as const,
    },
    answered("announce-objection"),
  ],
  "withdraw-objection": answered("announce-objection-withdrawal"),
  "withdraw-reservation": told("announce-reservation-withdrawal"),
  "change-reservation": told("announce-reservation-change"),
  "react-to-declaration": answered("announce-reaction"),
  "lodge-late-reservation": told("announce-late-reservation"),
  communicate: {
    guard: holds("party-may-answer", "concerns-another", "act-was-possible-then"),
    actions: "announce-communication" as const,
  },
  "notify-reservation": kept(
    "party-may-answer",
    "reservation-is-anothers",
    "reservation-is-made",
    "state-is-not-notified",
    "act-was-possible-then",
  ),
  "record-receipt": kept(
    "party-may-answer",
    "withdrawal-is-on-record",
    "receipt-is-not-recorded",
    "act-was-possible-then",
  ),
  "record-organ-decision": {
    guard: holds(
      "organ-accepts",
      "reservation-is-made",
      "organ-has-not-decided",
      "act-was-possible-then",
    ),
    actions: "announce-organ-decision" as const,
  },
  "settle-reservations": {
    guard: holds("something-to-settle"),
    actions: "announce-settlement" as const,
  },
};
