import { claiming, suspendingBetween } from "./claiming.ts";
import { correction } from "./correct.ts";
import { laterSignature } from "./later-signature.ts";
import { holds, kept, law, notifications, proposals } from "./law.ts";
import { successions } from "./party-consent.ts";
import { statements } from "./party-statements.ts";
import { reserving } from "./reserving.ts";
import { superseded, supersededBetween, suspendedByLater } from "./superseding.ts";

const inPart = kept("party-takes-part");

/** Consent after the seal; each party's own machine decides whether it is allowed. */
const consenting = {
  confirm: {
    guard: holds("party-takes-part"),
    actions: "seal-signature-pages" as const,
  },
  deposit: kept("signatory-ratifies", "signatory-need-not-accede", "party-takes-part"),
  "withdraw-consent": inPart,
  "declare-not-to-become-party": inPart,
  ...successions,
  "notify-completion": inPart,
  accede: {
    guard: holds("accession-is-foreseen", "party-may-accede", "accession-is-open"),
    actions: ["announce-accession" as const, "seal-proces-verbal" as const],
  },
  "determine-entry": kept("dates-are-new", "dates-are-derived", "dates-are-possible"),
};

const entering = {
  guard: holds("instrument-is-due"),
  target: "inForce",
  actions: "announce-entry" as const,
};

const ending = {
  ...claiming,
  "agree-to-termination": kept("party-takes-part", "party-has-not-agreed-to-termination"),
  "agree-to-renewal": kept(
    "party-takes-part",
    "duration-is-fixed",
    "renewal-is-foreseen",
    "party-has-not-agreed-to-renewal",
  ),
  "opt-out-of-renewal": inPart,
  "revoke-opt-out": inPart,
  terminate: {
    guard: holds("every-party-agreed-to-termination", "contracting-states-consulted"),
    target: "terminated",
    actions: "announce-end" as const,
  },
  expire: {
    guard: holds("duration-is-fixed", "period-is-over"),
    target: "expired",
    actions: "announce-end" as const,
  },
  renew: {
    guard: holds(
      "duration-is-fixed",
      "renewal-is-foreseen",
      "renewed-for-one-period",
      "renewal-is-agreed",
    ),
    actions: "announce-renewal" as const,
  },
  "give-notice": inPart,
  "revoke-notice": inPart,
  "end-participation": [
    {
      guard: holds("party-takes-part", "notice-is-due", "too-few-remain"),
      target: "terminated",
    },
    kept("party-takes-part", "notice-is-due"),
  ],
};

const lastToApply = [
  {
    guard: holds("party-takes-part", "party-applies-provisionally", "nobody-else-applies"),
    target: "notInForce",
  },
  inPart,
];

/** The legal side (VCLT articles 11 to 25 and 54 to 62). */
const legal = law.createStateConfig({
  initial: "notInForce",
  on: { ...reserving, ...statements },
  states: {
    notInForce: {
      on: {
        ...consenting,
        "apply-provisionally": {
          guard: holds("party-takes-part", "provisional-application-is-foreseen"),
          target: "provisional",
          actions: "announce-provisional",
        },
        "enter-into-force": entering,
      },
    },
    provisional: {
      on: {
        ...consenting,
        "apply-provisionally": inPart,
        "end-provisional": lastToApply,
        // A State that does not intend to become a party applies it no more (VCLT article 25(2)).
        "declare-not-to-become-party": lastToApply,
        "enter-into-force": entering,
      },
    },
    inForce: {
      on: {
        ...consenting,
        ...ending,
        supersede: [superseded, suspendedByLater],
        "supersede-between": supersededBetween,
        "suspend-between": suspendingBetween,
        "enter-into-force": kept("instrument-is-due"),
        "agree-to-suspension": kept("party-takes-part", "party-has-not-agreed-to-suspension"),
        suspend: {
          guard: holds("every-party-agreed-to-suspension"),
          target: "suspended",
          actions: "announce-suspension",
        },
      },
    },
    suspended: {
      on: {
        ...ending,
        supersede: superseded,
        "agree-to-resumption": kept("party-takes-part", "party-has-not-agreed-to-resumption"),
        resume: {
          guard: holds("every-party-agreed-to-resumption"),
          target: "inForce",
          actions: "announce-resumption",
        },
      },
    },
    terminated: {},
    expired: {},
    superseded: {},
  },
});

/** Dissemination. Certified copies are separate rows (VCLT article 77). */
const dissemination = law.createStateConfig({
  initial: "withheld",
  on: { "issue-certified-copy": { actions: "seal-proces-verbal" } },
  states: {
    withheld: { on: { publish: { target: "published", actions: "announce-publication" } } },
    published: {},
  },
});

/**
 * Registration with the United Nations (Charter, article 102; VCLT article 80). It depends neither on publication here nor
 * on copies. What later changes parties, terms, scope or application is sent as an action of its own (Regulations, article 2).
 */
const sendingMore = {
  "submit-to-un": {
    guard: holds("action-is-later", "action-is-not-sent"),
    actions: "seal-un-statement" as const,
  },
};

const registration = law.createStateConfig({
  initial: "unregistered",
  states: {
    unregistered: {
      on: {
        "submit-to-un": {
          guard: holds(
            "treaty-is-sent-first",
            "in-force-between-two",
            "registrable-with-the-un",
            "route-to-the-un-is-open",
          ),
          target: "submittedToUN",
          actions: "seal-un-statement",
        },
      },
    },
    submittedToUN: {
      on: {
        ...sendingMore,
        "register-with-un": [
          {
            guard: holds("action-was-sent", "action-is-not-registered", "action-is-the-treaty"),
            target: "registered",
            actions: "announce-registration",
          },
          kept("action-was-sent", "action-is-not-registered"),
        ],
      },
    },
    registered: {
      on: {
        ...sendingMore,
        "register-with-un": {
          guard: holds("action-was-sent", "action-is-not-registered"),
          actions: "announce-registration",
        },
      },
    },
  },
});

const custody = law.createStateConfig({
  initial: "sealed",
  on: { "report-renewed": { actions: "keep-stage" } },
  states: {
    sealed: { on: { ingest: "ingested" } },
    ingested: { on: { "check-fixity": fixity() } },
    fixityOk: { on: { "check-fixity": fixity() } },
    fixityFailed: { on: { "check-fixity": fixity() } },
  },
});

function fixity() {
  return [{ guard: holds("copy-is-intact"), target: "fixityOk" }, { target: "fixityFailed" }];
}

/**
 * The instrument is sealed. Six parallel sides follow: signature, law, dissemination, registration, custody, correction.
 */
export const publish = law.createStateConfig({
  type: "parallel",
  on: { ...proposals, ...notifications },
  states: { signature: laterSignature, legal, dissemination, registration, custody, correction },
});
