import { setup } from "xstate";
import type { Act } from "./acts.ts";
import { type ConditionName, conditions } from "./conditions.ts";
import type { Facts } from "./facts.ts";

/** Stored beside each stage; raised when the meaning of a stage changes. */
export const machineVersion = 1;

const machine = setup({
  types: { context: {} as Facts, events: {} as Act, input: {} as Facts },
  guards: {
    holds: ({ context, event }, names: ConditionName[]) =>
      names.every((name) => conditions[name](context, event)),
  },
  actions: {
    // What an act that keeps its stage does: XState takes a transition with neither target nor action for
    // a forbidden one.
    "keep-stage": () => {},
    "request-review": () => {},
    "announce-changes": () => {},
    "typeset-originals": () => {},
    "announce-failed-typesetting": () => {},
    "invite-signatories": () => {},
    "seal-instrument": () => {},
    "seal-evidence": () => {},
    "announce-publication": () => {},
  },
});

const holds = (...params: ConditionName[]) => ({ type: "holds" as const, params });

/**
 * The law of one agreement on its main path: draft, review, sign, publish. Where several transitions
 * stand under one act, the first that holds is taken and the last is the least that the act requires.
 * The stages' names are the treaty office's (VCLT articles 9 to 16, 24, 76 to 80).
 */
export const agreementMachine = machine.createMachine({
  id: "agreement",
  context: ({ input }) => input,
  initial: "draft",
  states: {
    draft: {
      initial: "editing",
      on: { designate: { guard: holds("party-takes-part"), actions: "keep-stage" } },
      states: {
        editing: {
          on: {
            describe: { actions: "keep-stage" },
            "revise-text": { guard: holds("language-is-authentic"), actions: "keep-stage" },
            submit: {
              guard: holds("every-language-has-its-text"),
              target: "#agreement.review.circulated",
              actions: "request-review",
            },
          },
        },
      },
    },
    review: {
      initial: "circulated",
      on: { designate: { guard: holds("party-takes-part"), actions: "keep-stage" } },
      states: {
        circulated: {
          on: {
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
    },
    sign: {
      initial: "authenticated",
      states: {
        authenticated: {
          on: {
            "report-typeset": { guard: holds("original-is-not-typeset"), actions: "keep-stage" },
            "report-typeset-failed": {
              guard: holds("original-is-not-typeset"),
              target: "#agreement.review.reconciling",
              actions: "announce-failed-typesetting",
            },
            "open-signing": [
              {
                guard: holds("original-typeset", "officer-has-not-opened", "second-officer-opens"),
                target: "open",
                actions: "invite-signatories",
              },
              { guard: holds("original-typeset", "officer-has-not-opened"), actions: "keep-stage" },
            ],
          },
        },
        open: {
          on: {
            sign: [
              {
                guard: holds(
                  "party-takes-part",
                  "designated-signatory",
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
    },
    publish: {
      type: "parallel",
      states: {
        legal: { initial: "notInForce", states: { notInForce: {} } },
        dissemination: {
          initial: "withheld",
          states: {
            withheld: { on: { publish: { target: "published", actions: "announce-publication" } } },
            published: {},
          },
        },
        custody: { initial: "sealed", states: { sealed: {} } },
        correction: { initial: "none", states: { none: {} } },
      },
    },
  },
});
