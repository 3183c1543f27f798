import { holds } from "./law.ts";

const later = [
  "successor-is-known",
  "successor-is-another",
  "successor-is-later",
  "successor-is-in-force",
] as const;
const byAll = [...later, "every-party-joined-successor", "act-was-possible-then"] as const;

/** A later agreement between all the parties replaces this one (VCLT article 59). */
export const superseded = {
  guard: holds(...byAll, "supersession-ends"),
  target: "superseded",
  actions: "announce-end" as const,
};

/** A later agreement between all the parties only suspends this one (VCLT article 59(2)). */
export const suspendedByLater = {
  guard: holds(...byAll, "suspension-was-intended"),
  target: "suspended",
  actions: "announce-suspension" as const,
};

/** A later agreement between some of the parties leaves this one in force (VCLT articles 30(4) and 41). */
export const supersededBetween = {
  guard: holds(
    "pair-takes-part",
    ...later,
    "pair-joined-successor",
    "others-were-notified",
    "pair-is-not-superseded",
    "act-was-possible-then",
  ),
  actions: "announce-later-between" as const,
};
