import { holds, kept } from "./law.ts";

/**
 * What may happen between some of the parties (VCLT articles 57 and 58), and the procedure of articles 65 to 68: a claim
 * is notified and answered, and nothing happens to the treaty until it is carried out.
 */
export const claiming = {
  "resume-between": {
    guard: holds("suspension-runs", "act-was-possible-then"),
    actions: "announce-resumed-between" as const,
  },
  "notify-claim": {
    guard: holds(
      "is-party",
      "claim-names-another",
      "ground-fits-measure",
      "provisions-are-separable",
      "claim-is-new",
      "act-was-possible-then",
    ),
    actions: "announce-claim" as const,
  },
  "answer-claim": {
    guard: holds(
      "is-party",
      "claim-is-open",
      "claim-is-anothers",
      "claim-was-objected-to",
      "claim-is-not-objected-to",
      "act-was-possible-then",
    ),
    actions: "announce-claim-answer" as const,
  },
  "carry-out-claim": {
    guard: holds("party-takes-part"),
    actions: "announce-measure" as const,
  },
  "revoke-claim": {
    guard: holds("party-takes-part"),
    actions: "announce-claim-revocation" as const,
  },
};

export const suspendingBetween = {
  guard: holds(
    "suspending-take-part",
    "others-remain",
    "in-force-when-suspended",
    "suspension-was-notified",
    "contracting-states-consulted",
    "pair-is-not-suspended",
  ),
  actions: "announce-suspended-between" as const,
};

const carryingOut = [
  "claim-is-open",
  "claim-is-the-partys",
  "claim-is-undisputed",
  "time-to-object-to-claim-is-over",
  "act-was-possible-then",
] as const;
const revoking = [
  "claim-is-the-partys",
  "claim-has-no-effect-yet",
  "act-was-possible-then",
] as const;

/** A party carries its claim out by an instrument (65(2), 67(2)), and leaves on its day if the measure says so. */
export const carryingClaimOut = {
  "carry-out-claim": [
    { guard: holds(...carryingOut, "measure-ends-participation"), target: "noticeRunning" },
    kept(...carryingOut),
  ],
  "revoke-claim": kept(...revoking),
};

/**
 * A party that is leaving is a party until its day: it may still suspend. Until that day, its claim or the instrument may
 * be revoked (68).
 */
export const claimsOfLeaving = {
  "carry-out-claim": kept(...carryingOut, "measure-keeps-party"),
  "revoke-claim": [
    { guard: holds(...revoking, "claim-makes-party-leave"), target: "party" },
    kept(...revoking),
  ],
};
