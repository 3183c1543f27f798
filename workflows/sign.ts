import {
  credentials,
  entitling,
  holds,
  kept,
  law,
  notifications,
  proposals,
  withdraw,
} from "./law.ts";

const opening = [
  "original-typeset",
  "officer-has-not-opened",
  "plan-fits-the-parties",
  "quorum-can-enter-into-force",
  "same-plan-as-proposed",
] as const;

/** What every signature needs, before the first seal and after it. */
export const signature = [
  "designated-signatory",
  "signing-act-is-foreseen",
  "reservations-are-permitted",
  "articles-may-be-reserved",
  "reservation-is-multilateral",
  "original-is-the-one-shown",
  "party-has-not-signed",
] as const;

const signing = [
  "party-signs-at-ceremony",
  "party-takes-part",
  "window-is-open",
  "signature-period-runs",
  ...signature,
  "party-is-next-to-sign",
  "reply-follows-note",
] as const;

/** The last signature seals, unless the depositary closes the ceremony and signature stays open after it. */
const completing = ["signature-ends-with-ceremony", "every-party-signed"] as const;

const sealing = { target: "sealing", actions: "seal-instrument" as const };

/** The first note of an exchange is signed with authority: the other party may reply (VCLT articles 8 and 13). */
const proposing = ["party-proposes-by-note", "note-has-effect"] as const;
const noted = { actions: "announce-note" as const };

const returning = { target: "#agreement.review.reconciling" };

/** An authentic text is opened again only if all that negotiated ask for it (VCLT article 10). */
const reopening = [
  {
    guard: holds("party-takes-part", "two-parties-negotiate"),
    ...returning,
    actions: "announce-changes" as const,
  },
  {
    guard: holds("party-takes-part", "every-party-asks-to-reopen"),
    ...returning,
    actions: "announce-changes" as const,
  },
  {
    guard: holds("party-takes-part", "party-has-not-asked-to-reopen"),
    actions: "announce-changes" as const,
  },
];

/** The text is frozen (VCLT article 10). Its original is shown and signed (article 12), and then sealed. */
export const sign = law.createStateConfig({
  initial: "authenticated",
  states: {
    authenticated: {
      on: {
        withdraw,
        ...credentials,
        designate: kept("party-takes-part"),
        "clear-signature": kept("party-takes-part"),
        "request-changes": reopening,
        "report-typeset": kept("original-is-not-typeset"),
        "report-typeset-failed": {
          guard: holds("original-is-not-typeset"),
          ...returning,
          actions: "announce-failed-typesetting",
        },
        "open-signing": [
          {
            guard: holds(...opening, "second-officer-opens", "signature-stays-open"),
            target: "open",
            actions: ["invite-signatories", "announce-opening"],
          },
          {
            guard: holds(...opening, "second-officer-opens"),
            target: "open",
            actions: "invite-signatories",
          },
          kept(...opening),
        ],
      },
    },
    open: {
      on: {
        withdraw,
        ...proposals,
        ...notifications,
        ...credentials,
        // Another person replaces a signatory who has left; the other signatures remain valid.
        designate: {
          guard: holds("party-takes-part", "party-has-not-signed"),
          actions: "invite-signatories",
        },
        "clear-signature": kept("party-takes-part"),
        "close-signing": [
          { guard: holds("window-has-closed", "quorum-is-reached"), ...sealing },
          {
            guard: holds("window-has-closed"),
            target: "#agreement.lapsed",
            actions: "announce-lapse",
          },
        ],
        "agree-to-withdrawal": kept("party-has-signed", "party-has-not-agreed-to-withdrawal"),
        "request-changes": reopening,
        decline: [
          {
            guard: holds("party-takes-part", "party-is-not-needed", ...completing),
            ...sealing,
          },
          {
            guard: holds("party-takes-part", "party-is-not-needed"),
            actions: "announce-declination",
          },
          {
            guard: holds("party-takes-part", "two-remain-to-sign", ...completing),
            ...sealing,
          },
          // A party that declines ends its own signing only; two cannot do without each other.
          {
            guard: holds("party-takes-part", "two-remain-to-sign"),
            actions: "announce-declination",
          },
          {
            guard: holds("party-takes-part", "signature-stays-open"),
            actions: "announce-declination",
          },
          { guard: holds("party-takes-part"), ...returning, actions: "announce-declination" },
        ],
        sign: [
          { guard: holds(...signing, ...completing), ...sealing },
          { guard: holds(...signing, ...proposing), ...noted },
          kept(...signing),
        ],
        "record-signature": [
          { guard: holds(...signing, ...completing), ...sealing },
          {
            guard: holds(
              ...signing,
              ...proposing,
              "officer-has-not-recorded",
              "first-officer-recorded",
            ),
            ...noted,
          },
          kept(...signing),
        ],
        declare: kept("party-takes-part"),
        confirm: [
          { guard: holds("party-takes-part", ...completing), ...sealing },
          kept("party-takes-part"),
        ],
        "close-ceremony": { guard: holds("signature-stays-open", "one-party-signed"), ...sealing },
        entitle: kept(...entitling),
      },
    },
    sealing: {
      on: {
        "report-sealed": [
          {
            guard: holds("original-is-the-one-shown", "signature-stays-open"),
            target: "#agreement.publish.signature.open",
            actions: "seal-evidence",
          },
          {
            guard: holds("original-is-the-one-shown"),
            target: "#agreement.publish",
            actions: "seal-evidence",
          },
        ],
        "report-seal-failed": { target: "sealFailed" },
      },
    },
    sealFailed: {
      on: { "retry-seal": { target: "sealing", actions: "seal-instrument" } },
    },
  },
});
