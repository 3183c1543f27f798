import type { Permission } from "#src/people/can.ts";

export const digest = "0".repeat(64);
export const uuid = "00000000-0000-4000-8000-00000000ffff";
const day = "2026-11-01";
const reason = "Because.";

/** Each way of writing to an agreement: the act it is, and a body that its contract takes. */
export const actRows: Record<string, { permission: Permission; body: unknown }> = {
  designations: { permission: "designate", body: { party: "KZ", signatory: uuid } },
  submissions: { permission: "submit", body: {} },
  approvals: { permission: "approve", body: { digest } },
  "change-requests": { permission: "request-changes", body: { reason } },
  concordances: { permission: "certify", body: { language: "en", digest } },
  authentication: { permission: "authenticate", body: { digest } },
  seals: { permission: "retry-seal", body: {} },
  "party-changes": {
    permission: "change-parties",
    body: { parties: [{ code: "KZ" }, { code: "AE" }] },
  },
  declinations: { permission: "decline", body: { reason } },
  "withdrawal-agreements": { permission: "agree-to-withdrawal", body: {} },
  withdrawal: { permission: "withdraw", body: { reason } },
  publication: { permission: "publish", body: {} },
  credentials: {
    permission: "present-credentials",
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
    permission: "verify-credentials",
    body: { party: "KZ", credential: uuid },
  },
  "credential-rejections": {
    permission: "reject-credentials",
    body: { party: "KZ", credential: uuid, reason },
  },
  "credential-revocations": {
    permission: "revoke-credentials",
    body: { party: "KZ", credential: uuid, reason },
  },
  clearances: { permission: "clear-signature", body: { authority: "Government", reference: "1" } },
  initials: { permission: "initial", body: { digest } },
  signing: { permission: "open-signing", body: {} },
  signatures: { permission: "sign", body: { original: digest, binding: false } },
  "paper-signatures": {
    permission: "record-signature",
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
  confirmations: { permission: "confirm", body: { party: "KZ", authority: "Minister" } },
  deposits: {
    permission: "deposit",
    body: { party: "KZ", kind: "ratification", signedBy: "X", on: day },
  },
  notices: { permission: "give-notice", body: { party: "KZ", kind: "withdrawal" } },
  "entry-into-force": { permission: "determine-entry", body: { instrument: day, parties: {} } },
  declarations: { permission: "declare", body: { language: "en", text: "So read." } },
  "reservation-acts": {
    permission: "answer-reservation",
    body: { reservation: uuid, act: "objection", reason },
  },
  "reservation-notifications": {
    permission: "notify-reservation",
    body: { party: "KZ", reservation: uuid },
  },
  "consents-to-end": { permission: "agree-to-termination", body: { to: "termination" } },
  force: { permission: "terminate", body: { to: "terminate", reason } },
  renewals: { permission: "renew", body: { until: day, reason } },
  "proposal-confirmations": { permission: "confirm-proposal", body: { proposal: uuid } },
  "proposal-rejections": { permission: "reject-proposal", body: { proposal: uuid, reason } },
  supersession: {
    permission: "supersede",
    body: { successor: uuid, ground: "intention", reason, reference: "Article 20" },
  },
  corrections: {
    permission: "propose-correction",
    body: { reason, changes: [{ language: "en", article: 1, found: "a", corrected: "b" }] },
  },
  "correction-objections": { permission: "object-to-correction", body: { reason } },
  "proces-verbal-of-correction": { permission: "make-correction", body: {} },
  "certified-copies": { permission: "issue-certified-copy", body: {} },
  ingestion: { permission: "ingest", body: {} },
  "fixity-checks": { permission: "check-fixity", body: {} },
  "un-submission": { permission: "submit-to-un", body: {} },
  "un-registration": { permission: "register-with-un", body: { number: "I-12345" } },
  comments: { permission: "comment", body: { language: "en", article: 1, body: "Why?" } },
};
