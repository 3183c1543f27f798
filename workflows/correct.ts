import { holds, kept, law } from "./law.ts";

const proposing = {
  "propose-correction": {
    guard: holds("no-correction-is-open"),
    target: "proposed",
    actions: "propose-correction" as const,
  },
};

const answering = ["party-takes-part", "party-may-answer-correction"] as const;

/** An objection after the time does not stop the correction, nor undo it: it is circulated as a communication. */
const objectingLate = {
  guard: holds(...answering, "correction-objection-is-late"),
  actions: "announce-communication" as const,
};

/**
 * Corrections (VCLT article 79): a proposal to the signatory and contracting States with time to object, then the
 * procès-verbal. One objection ends the proposal. Without a depositary the States agree (79(1)).
 */
export const correction = law.createStateConfig({
  initial: "none",
  on: {
    "notify-un-of-correction": {
      guard: holds("correction-awaits-un-notice"),
      actions: "announce-un-correction-notice",
    },
    // Only a copy is wrong, and the text is right: nobody need agree (79(6)).
    "correct-certified-copy": {
      guard: holds("copy-was-issued"),
      actions: ["announce-copy-correction", "seal-proces-verbal"],
    },
  },
  states: {
    none: { on: proposing },
    proposed: {
      on: {
        "propose-correction": kept("no-correction-is-open"),
        "object-to-correction": [
          objectingLate,
          {
            guard: holds(...answering, "act-was-possible-then"),
            target: "objected",
            actions: "announce-correction-objection",
          },
        ],
        "agree-to-correction": {
          guard: holds(...answering, "party-has-not-agreed-to-correction", "act-was-possible-then"),
          actions: "announce-correction-agreement",
        },
        "withdraw-correction": {
          target: "withdrawn",
          actions: "announce-correction-withdrawal",
        },
        "make-correction": {
          guard: holds("time-to-object-to-correction-is-over", "every-state-agreed-to-correction"),
          target: "corrected",
          actions: ["announce-correction", "seal-proces-verbal"],
        },
      },
    },
    objected: { on: proposing },
    withdrawn: { on: proposing },
    corrected: { on: { ...proposing, "object-to-correction": objectingLate } },
  },
});
