import { holds } from "./law.ts";
import { ratifying } from "./party-consent.ts";

const declared = "announce-no-intention" as const;

/**
 * A signatory makes clear that it will not become a party: from then on it need not refrain from acts that would defeat
 * the object and purpose (VCLT article 18(a)). Its signature stays, so it may still consent later.
 */
export const renouncing = {
  "declare-not-to-become-party": {
    guard: holds("act-was-possible-then"),
    target: "#participation.notIntending.subjectToRatification",
    actions: declared,
  },
};

export const renouncingAdReferendum = {
  "declare-not-to-become-party": {
    guard: holds("act-was-possible-then"),
    target: "#participation.notIntending.adReferendum",
    actions: declared,
  },
};

/** Only while a notification is still to complete its consent; otherwise its signature has bound it. */
export const renouncingDefinitive = {
  "declare-not-to-become-party": {
    guard: holds("notification-is-foreseen", "completion-is-not-notified", "act-was-possible-then"),
    target: "#participation.notIntending.definitive",
    actions: declared,
  },
};

const confirmedToo = [
  {
    guard: holds("signature-binds", "act-was-possible-then"),
    target: "#participation.signedDefinitive",
    actions: "announce-confirmation" as const,
  },
  {
    guard: holds("act-was-possible-then"),
    target: "#participation.signedSubjectToRatification",
    actions: "announce-confirmation" as const,
  },
];

/** What one that declared so may still do: each form of signature goes on where it stood. */
export const afterRenouncing = {
  subjectToRatification: { on: ratifying },
  adReferendum: { on: { confirm: confirmedToo } },
  definitive: {
    on: {
      "notify-completion": {
        guard: holds(
          "notification-is-foreseen",
          "completion-is-not-notified",
          "act-was-possible-then",
        ),
        target: "#participation.contracting",
        actions: "announce-notification" as const,
      },
    },
  },
};
