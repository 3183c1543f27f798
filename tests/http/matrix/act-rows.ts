import type { Deed } from "#src/people/can.ts";

export const digest = "0".repeat(64);
export const uuid = "00000000-0000-4000-8000-00000000ffff";
const day = "2026-11-01";
const reason = "Because.";

/** Each way of writing to an agreement: the act it is, and a body that its contract takes. */
export const actRows: Record<string, { deed: Deed; body: unknown }> = {
  designations: { deed: "designate", body: { party: "KZ", signatory: uuid } },
  submissions: { deed: "submit", body: {} },
  approvals: { deed: "approve", body: { digest } },
  "change-requests": { deed: "request-changes", body: { reason } },
  concordances: { deed: "certify", body: { language: "en", digest } },
  authentication: { deed: "authenticate", body: { digest } },
  seals: { deed: "retry-seal", body: {} },
  "party-changes": { deed: "change-parties", body: { parties: [{ code: "KZ" }, { code: "AE" }] } },
  declinations: { deed: "decline", body: { reason } },
  "withdrawal-agreements": { deed: "agree-to-withdrawal", body: {} },
  withdrawal: { deed: "withdraw", body: { reason } },
  publication: { deed: "publish", body: {} },
  credentials: {
    deed: "present-credentials",
    body: {
      party: "KZ",
      person: uuid,
      kind: "full-powers",
      acts: ["sign"],
      issuedBy: "Ministry",
      signedBy: "Minister",
      instrument: "Memorandum",
      place: "Astana",
      issuedOn: day,
      form: "copy",
    },
  },
  "credential-verifications": {
    deed: "verify-credentials",
    body: { party: "KZ", credential: uuid },
  },
  "credential-rejections": {
    deed: "reject-credentials",
    body: { party: "KZ", credential: uuid, reason },
  },
  "credential-revocations": {
    deed: "revoke-credentials",
    body: { party: "KZ", credential: uuid, reason },
  },
  clearances: { deed: "clear-signature", body: { authority: "Government", reference: "1" } },
  initials: { deed: "initial", body: { digest } },
  signing: { deed: "open-signing", body: {} },
  signatures: { deed: "sign", body: { original: digest, binding: false } },
  "paper-signatures": {
    deed: "record-signature",
    body: {
      party: "KZ",
      signatory: uuid,
      original: digest,
      as: "definitive",
      binding: false,
      on: day,
      scan: digest,
    },
  },
  confirmations: { deed: "confirm", body: { party: "KZ", authority: "Minister" } },
  deposits: {
    deed: "deposit",
    body: { party: "KZ", kind: "ratification", signedBy: "X", on: day },
  },
  notices: { deed: "give-notice", body: { party: "KZ", kind: "withdrawal" } },
  "entry-into-force": { deed: "determine-entry", body: { instrument: day, parties: {} } },
  declarations: { deed: "declare", body: { language: "en", text: "So read." } },
  "reservation-acts": {
    deed: "answer-reservation",
    body: { reservation: uuid, act: "objection", reason },
  },
  "reservation-notifications": {
    deed: "notify-reservation",
    body: { party: "KZ", reservation: uuid },
  },
  "consents-to-end": { deed: "agree-to-termination", body: { to: "termination" } },
  force: { deed: "terminate", body: { to: "terminate", reason } },
  renewals: { deed: "renew", body: { until: day, reason } },
  "proposal-confirmations": { deed: "confirm-proposal", body: { proposal: uuid } },
  "proposal-rejections": { deed: "reject-proposal", body: { proposal: uuid, reason } },
  supersession: {
    deed: "supersede",
    body: { successor: uuid, ground: "intention", reason, reference: "Article 20" },
  },
  corrections: {
    deed: "propose-correction",
    body: { reason, changes: [{ language: "en", article: 1, found: "a", corrected: "b" }] },
  },
  "correction-objections": { deed: "object-to-correction", body: { reason } },
  "proces-verbal-of-correction": { deed: "make-correction", body: {} },
  "certified-copies": { deed: "issue-certified-copy", body: {} },
  ingestion: { deed: "ingest", body: {} },
  "fixity-checks": { deed: "check-fixity", body: {} },
  "un-submission": { deed: "submit-to-un", body: {} },
  "un-registration": { deed: "register-with-un", body: { number: "I-12345" } },
  comments: { deed: "comment", body: { language: "en", article: 1, body: "Why?" } },
};
