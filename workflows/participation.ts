import { carryingClaimOut, claimsOfLeaving } from "./claiming.ts";
import { holds, kept, law } from "./law.ts";
import { looked, lookedAt, presenting, verifying } from "./party-authority.ts";
import {
  acceding,
  consented,
  continuing,
  joining,
  ratifying,
  signatory,
  withdrawingConsent,
} from "./party-consent.ts";
import { optingOut, revokingOptOut } from "./party-ending.ts";
import {
  afterRenouncing,
  renouncing,
  renouncingAdReferendum,
  renouncingDefinitive,
} from "./party-intention.ts";
import { answering, answeringOthers, confirming, reservingLate } from "./party-reserving.ts";
import { onPaper, signing } from "./party-signing.ts";
import { stating } from "./party-statements.ts";

/** Stored with each party's standing. Raise it when the meaning of a standing changes. */
export const participationVersion = 1;

/** What a party that has not signed may do, whatever its authority. */
const taking = {
  sign: signing,
  "record-signature": onPaper,
  "clear-signature": kept("signature-is-not-cleared"),
  initial: { guard: holds("authority-to-authenticate"), target: "#participation.initialled" },
  decline: { target: "#participation.declined" },
  ...joining,
  ...answeringOthers,
};

/** After a return, acts on the earlier text are void; authority is kept. */
const back = [
  { guard: holds("party-is-exempt"), target: "#participation.credentials.exempt" },
  { guard: holds("party-is-verified"), target: "#participation.credentials.verified" },
  { guard: holds("party-presented-credentials"), target: "#participation.credentials.pending" },
  { target: "#participation.invited" },
];

const confirmed = [
  {
    guard: holds("signature-binds", "act-was-possible-then"),
    target: "signedDefinitive",
    actions: "announce-confirmation" as const,
  },
  {
    guard: holds("act-was-possible-then"),
    target: "signedSubjectToRatification",
    actions: "announce-confirmation" as const,
  },
];

const applying = {
  "apply-provisionally": kept(
    "provisional-application-is-foreseen",
    "party-does-not-apply-yet",
    "act-was-possible-then",
  ),
  "end-provisional": kept("party-applies-provisionally", "act-was-possible-then"),
};

/** What every signed party may still do. */
const signed = { ...answering, ...applying, ...signatory, return: back };

const entering = { guard: holds("party-is-due"), target: "party" };

/**
 * One party's path through an agreement: who speaks for it, how it consents, and when it is bound. Having consented (a
 * contracting State) and being in force (a party) are two states (VCLT article 2(1)(f) and (g)).
 */
export const participationMachine = law.createMachine({
  id: "participation",
  context: ({ input }) => input,
  initial: "invited",
  states: {
    invited: {
      on: {
        ...taking,
        "present-credentials": {
          guard: holds(...presenting),
          target: "credentials.pending",
        },
      },
    },
    credentials: {
      initial: "pending",
      on: {
        ...taking,
        "present-credentials": { guard: holds(...presenting), target: ".pending" },
        return: back,
      },
      states: {
        pending: {
          on: {
            "verify-credentials": [
              {
                guard: holds(...verifying, "second-person-verifies", "credentials-are-ex-officio"),
                target: "exempt",
              },
              { guard: holds(...verifying, "second-person-verifies"), target: "verified" },
              kept(...verifying),
            ],
            "reject-credentials": { guard: holds(...looked), target: "rejected" },
            "revoke-credentials": { guard: holds(...looked), target: "rejected" },
          },
        },
        verified: {
          on: {
            "revoke-credentials": {
              guard: holds(...looked),
              target: "rejected",
              actions: "announce-credentials",
            },
          },
        },
        exempt: { on: { "revoke-credentials": { guard: holds(...looked), target: "rejected" } } },
        rejected: {},
      },
    },
    initialled: { on: { ...taking, ...lookedAt, return: back } },
    declined: { on: { circulate: back, ...joining } },
    unauthorised: {
      on: {
        ...signed,
        confirm: [
          {
            guard: holds("was-signed-ad-referendum", "act-was-possible-then"),
            target: "signedAdReferendum",
            actions: "announce-confirmation",
          },
          {
            guard: holds("was-signed-subject-to-ratification", "act-was-possible-then"),
            target: "signedSubjectToRatification",
            actions: "announce-confirmation",
          },
          {
            guard: holds("act-was-possible-then"),
            target: "signedDefinitive",
            actions: "announce-confirmation",
          },
        ],
      },
    },
    signedAdReferendum: { on: { ...signed, ...renouncingAdReferendum, confirm: confirmed } },
    signedSubjectToRatification: {
      on: { ...signed, ...renouncing, ...ratifying },
    },
    signedDefinitive: {
      on: {
        ...signed,
        ...renouncingDefinitive,
        ...consented,
        "notify-completion": {
          guard: holds(
            "notification-is-foreseen",
            "completion-is-not-notified",
            "act-was-possible-then",
          ),
          target: "contracting",
          actions: ["announce-notification", "seal-proces-verbal"],
        },
        "become-party": entering,
      },
    },
    notIntending: {
      initial: "subjectToRatification",
      on: { ...answering, ...signatory, return: back },
      states: afterRenouncing,
    },
    awaitingAcceptance: {
      on: {
        ...answering,
        ...applying,
        ...consented,
        "withdraw-consent": withdrawingConsent,
        "confirm-reservation": confirming,
        "become-contracting": { guard: holds("reservations-are-accepted"), target: "contracting" },
      },
    },
    contracting: {
      on: {
        ...answering,
        ...reservingLate,
        ...applying,
        ...consented,
        ...continuing,
        ...stating,
        "withdraw-consent": withdrawingConsent,
        "confirm-reservation": confirming,
        "become-party": entering,
      },
    },
    party: {
      on: {
        ...answering,
        ...consented,
        ...continuing,
        ...reservingLate,
        ...stating,
        "confirm-reservation": confirming,
        ...optingOut,
        ...carryingClaimOut,
        "give-notice": {
          guard: holds("withdrawal-is-foreseen", "act-was-possible-then"),
          target: "noticeRunning",
          actions: "announce-notice",
        },
        end: { target: "ended" },
      },
    },
    noticeRunning: {
      on: {
        ...answering,
        ...consented,
        ...continuing,
        ...reservingLate,
        ...stating,
        "revoke-notice": {
          guard: holds(
            "notice-is-of-withdrawal",
            "notice-takes-effect-later",
            "act-was-possible-then",
          ),
          target: "party",
          actions: "announce-revocation",
        },
        ...revokingOptOut,
        ...claimsOfLeaving,
        "end-participation": {
          guard: holds("notice-is-due"),
          target: "ended",
          actions: "announce-end",
        },
        end: { target: "ended" },
      },
    },
    ended: { on: { accede: acceding } },
  },
});
