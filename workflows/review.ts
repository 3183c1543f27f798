import { changeParties, holds, law, withdraw } from "./law.ts";

/** The parties read, approve or ask for changes, until one text in all languages is settled. */
export const review = law.createStateConfig({
  initial: "circulated",
  on: {
    designate: { guard: holds("party-takes-part"), actions: "keep-stage" },
    withdraw,
  },
  states: {
    circulated: {
      on: {
        decline: {
          guard: holds("party-takes-part"),
          target: "reconciling",
          actions: "announce-declination",
        },
        "revise-text": { guard: holds("language-is-authentic"), target: "reconciling" },
        "request-changes": {
          guard: holds("party-takes-part"),
          target: "reconciling",
          actions: "announce-changes",
        },
        approve: [
          {
            guard: holds(
              "party-takes-part",
              "digest-is-current",
              "party-has-not-approved",
              "every-party-approved",
              "one-language",
            ),
            target: "settled",
          },
          {
            guard: holds(
              "party-takes-part",
              "digest-is-current",
              "party-has-not-approved",
              "every-party-approved",
            ),
            target: "concordance",
          },
          {
            guard: holds("party-takes-part", "digest-is-current", "party-has-not-approved"),
            actions: "keep-stage",
          },
        ],
      },
    },
    reconciling: {
      on: {
        "change-parties": changeParties,
        "revise-text": { guard: holds("language-is-authentic"), actions: "keep-stage" },
        submit: {
          guard: holds("every-language-has-its-text", "text-changed-since-circulation"),
          target: "circulated",
          actions: "request-review",
        },
      },
    },
    concordance: {
      on: {
        decline: {
          guard: holds("party-takes-part"),
          target: "reconciling",
          actions: "announce-declination",
        },
        "request-changes": {
          guard: holds("party-takes-part"),
          target: "reconciling",
          actions: "announce-changes",
        },
        certify: [
          {
            guard: holds(
              "language-is-authentic",
              "digest-is-current",
              "certifier-did-not-draft",
              "language-is-not-certified",
              "every-language-certified",
            ),
            target: "settled",
          },
          {
            guard: holds(
              "language-is-authentic",
              "digest-is-current",
              "certifier-did-not-draft",
              "language-is-not-certified",
            ),
            actions: "keep-stage",
          },
        ],
      },
    },
    settled: {
      on: {
        decline: {
          guard: holds("party-takes-part"),
          target: "reconciling",
          actions: "announce-declination",
        },
        "request-changes": {
          guard: holds("party-takes-part"),
          target: "reconciling",
          actions: "announce-changes",
        },
        authenticate: [
          {
            guard: holds(
              "digest-is-current",
              "signatories-designated",
              "officer-has-not-authenticated",
              "second-officer-authenticates",
            ),
            target: "#agreement.sign.authenticated",
            actions: "typeset-originals",
          },
          {
            guard: holds(
              "digest-is-current",
              "signatories-designated",
              "officer-has-not-authenticated",
            ),
            actions: "keep-stage",
          },
        ],
      },
    },
  },
});
