import { holds, law, withdraw } from "./law.ts";

/** The text is frozen (VCLT article 10), its original is shown and signed (article 12), and sealed. */
export const sign = law.createStateConfig({
  initial: "authenticated",
  states: {
    authenticated: {
      on: {
        withdraw,
        "report-typeset": { guard: holds("original-is-not-typeset"), actions: "keep-stage" },
        "report-typeset-failed": {
          guard: holds("original-is-not-typeset"),
          target: "#agreement.review.reconciling",
          actions: "announce-failed-typesetting",
        },
        "open-signing": [
          {
            guard: holds(
              "original-typeset",
              "officer-has-not-opened",
              "same-window-as-proposed",
              "second-officer-opens",
            ),
            target: "open",
            actions: "invite-signatories",
          },
          {
            guard: holds("original-typeset", "officer-has-not-opened", "same-window-as-proposed"),
            actions: "keep-stage",
          },
        ],
      },
    },
    open: {
      on: {
        withdraw,
        "close-signing": {
          guard: holds("window-has-closed"),
          target: "#agreement.lapsed",
          actions: "announce-lapse",
        },
        "agree-to-withdrawal": {
          guard: holds("party-has-signed", "party-has-not-agreed-to-withdrawal"),
          actions: "keep-stage",
        },
        "request-changes": {
          guard: holds("party-takes-part"),
          target: "#agreement.review.reconciling",
          actions: "announce-changes",
        },
        decline: {
          guard: holds("party-takes-part"),
          target: "#agreement.review.reconciling",
          actions: "announce-declination",
        },

        sign: [
          {
            guard: holds(
              "party-takes-part",
              "designated-signatory",
              "window-is-open",
              "original-is-the-one-shown",
              "party-has-not-signed",
              "every-party-signed",
            ),
            target: "sealing",
            actions: "seal-instrument",
          },
          {
            guard: holds(
              "party-takes-part",
              "designated-signatory",
              "window-is-open",
              "original-is-the-one-shown",
              "party-has-not-signed",
            ),
            actions: "keep-stage",
          },
        ],
      },
    },
    sealing: {
      on: {
        "report-sealed": {
          guard: holds("original-is-the-one-shown"),
          target: "#agreement.publish",
          actions: "seal-evidence",
        },
        "report-seal-failed": { target: "sealFailed" },
      },
    },
    sealFailed: {
      on: { "retry-seal": { target: "sealing", actions: "seal-instrument" } },
    },
  },
});
