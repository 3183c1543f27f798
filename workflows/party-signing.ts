import { holds, kept } from "./law.ts";

/** Signing without authority has no effect until the State confirms it (VCLT article 8). */
export const signing = [
  {
    guard: holds("signature-is-cleared", "authority-to-sign", "signs-definitively"),
    target: "#participation.signedDefinitive",
  },
  {
    guard: holds("signature-is-cleared", "authority-to-sign", "signs-ad-referendum"),
    target: "#participation.signedAdReferendum",
  },
  {
    guard: holds("signature-is-cleared", "authority-to-sign", "signs-subject-to-ratification"),
    target: "#participation.signedSubjectToRatification",
  },
  {
    guard: holds("signature-is-cleared", "authority-is-not-withdrawn"),
    target: "#participation.unauthorised",
    actions: "announce-quarantine" as const,
  },
];

/** The same for paper: the second officer's record makes the signature. */
export const onPaper = [
  ...signing.map(({ guard, ...rest }) => ({
    ...rest,
    guard: holds(
      "same-signature-as-recorded",
      "officer-has-not-recorded",
      "first-officer-recorded",
      "act-was-possible-then",
      ...guard.params,
    ),
  })),
  kept(
    "same-signature-as-recorded",
    "officer-has-not-recorded",
    "act-was-possible-then",
    "signature-is-cleared",
    "authority-is-not-withdrawn",
  ),
];
