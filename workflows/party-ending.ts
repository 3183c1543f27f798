import { holds } from "./law.ts";

const inTime = [
  "opt-out-is-foreseen",
  "party-has-not-opted-out",
  "opt-out-is-in-time",
  "act-was-possible-then",
] as const;

/**
 * A party keeps out of the next period: it leaves at the end of this one, or the instrument then ends for all, as the
 * text says (VCLT article 54(a)). It may take its notice back until then.
 */
export const optingOut = {
  "opt-out-of-renewal": [
    {
      guard: holds(...inTime, "opt-out-ends-for-one"),
      target: "noticeRunning",
      actions: "announce-opt-out" as const,
    },
    { guard: holds(...inTime), actions: "announce-opt-out" as const },
  ],
  "revoke-opt-out": {
    guard: holds("opt-out-stands", "act-was-possible-then"),
    actions: "announce-opt-out" as const,
  },
};

/** A party that is to leave with the period takes that back, and stays. */
export const revokingOptOut = {
  "revoke-opt-out": {
    guard: holds("opt-out-stands", "act-was-possible-then"),
    target: "party",
    actions: "announce-opt-out" as const,
  },
};
