import {
  changeParties,
  credentials,
  dismissing,
  holds,
  kept,
  law,
  proposals,
  withdraw,
} from "./law.ts";

const declining = {
  decline: {
    guard: holds("party-takes-part"),
    target: "reconciling",
    actions: "announce-declination" as const,
  },
  "request-changes": {
    guard: holds("party-takes-part"),
    target: "reconciling",
    actions: "announce-changes" as const,
  },
};

const approving = ["party-takes-part", "digest-is-current", "party-has-not-approved"] as const;

/** The last approval adopts a text that needs the consent of all (VCLT article 9(1)). */
const adopting = [...approving, "adopted-by-all", "every-party-approved"] as const;

const voting = [
  "adopted-by-conference",
  "digest-is-current",
  "vote-adds-up",
  "vote-carries",
] as const;

const certifying = [
  "language-is-authentic",
  "digest-is-current",
  "certifier-did-not-draft",
  "language-is-not-certified",
] as const;

const authenticating = [
  "authenticated-by-officers",
  "digest-is-current",
  "signatories-designated",
  "no-difference-is-open",
  "officer-has-not-authenticated",
] as const;

const initialling = [
  "authenticated-by-initials",
  "party-takes-part",
  "digest-is-current",
  "signatories-designated",
  "no-difference-is-open",
  "party-has-not-initialled",
] as const;

const freeze = {
  target: "#agreement.sign.authenticated",
  actions: "typeset-originals" as const,
};

/** The parties read, approve or ask for changes, until one text is settled in all languages. */
export const review = law.createStateConfig({
  initial: "circulated",
  on: { designate: kept("party-takes-part"), withdraw, ...credentials, ...dismissing },
  states: {
    circulated: {
      on: {
        ...declining,
        "revise-text": { guard: holds("language-is-authentic"), target: "reconciling" },
        "close-round": { guard: holds("round-is-over"), actions: "remind-of-review" },
        approve: [
          {
            guard: holds(...adopting, "one-language"),
            target: "settled",
            actions: "announce-adoption",
          },
          { guard: holds(...adopting), target: "concordance", actions: "announce-adoption" },
          kept(...approving),
        ],
        // A conference adopts by its majority; approvals do not matter (article 9(2)).
        adopt: [
          {
            guard: holds(...voting, "one-language"),
            target: "settled",
            actions: "announce-adoption",
          },
          { guard: holds(...voting), target: "concordance", actions: "announce-adoption" },
        ],
        ...proposals,
      },
    },
    reconciling: {
      on: {
        "change-parties": changeParties,
        "revise-text": kept("language-is-authentic"),
        submit: {
          guard: holds("every-language-has-its-text", "text-changed-since-circulation"),
          target: "circulated",
          actions: "request-review",
        },
      },
    },
    concordance: {
      on: {
        ...declining,
        certify: [
          { guard: holds(...certifying, "every-language-certified"), target: "settled" },
          kept(...certifying),
        ],
      },
    },
    settled: {
      on: {
        ...declining,
        "clear-signature": kept("party-takes-part"),
        initial: [
          { guard: holds(...initialling, "every-party-initialled"), ...freeze },
          kept(...initialling),
        ],
        authenticate: [
          { guard: holds(...authenticating, "second-officer-authenticates"), ...freeze },
          { guard: holds(...authenticating, "signature-authenticates"), ...freeze },
          kept(...authenticating),
        ],
      },
    },
  },
});
