import { type FailureCode, failureCodes } from "#workflows/conditions/failures.ts";

/**
 * What may be refused, and in which words. A Refusal is an answer; anything else thrown is a fault. The codes are a
 * closed list: each is the last part of a problem's `type` (RFC 9457) and never changes.
 */
export const refusalCodes = [
  "malformed-request",
  "unauthenticated",
  "step-up-required",
  "key-is-no-person",
  "code-is-for-another-act",
  "passkey-is-for-another-act",
  "forbidden",
  "not-found",
  "wrong-stage",
  "wrong-standing",
  "stale-version",
  "version-required",
  "key-reused",
  "key-in-progress",
  "body-too-large",
  "body-too-deep",
  "unsupported-media-type",
  "unsupported-charset",
  "unsupported-encoding",
  "undecodable-text",
  "duplicate-key",
  "method-not-allowed",
  "cross-site-request",
  "invalid-text",
  "unprintable-character",
  "missing-text",
  "title-of-another-text",
  "open-brackets",
  "no-such-warning",
  "invalid-template",
  "contradictory-terms",
  "invalid-variables",
  "invalid-source",
  "invalid-pdf",
  "too-many-requests",
  "too-many-filters",
  "job-has-not-failed",
  "job-has-ended",
  "address-in-use",
  "recovery-waits-already",
  "invalid-address",
  "person-has-no-name",
  "person-is-suspended",
  "party-has-no-representative",
  "party-of-two-kinds",
  "not-a-government",
  "party-form-missing",
  "no-state-behind",
  "party-kind-fixed",
  "last-secretary",
  "already-exists",
  "integrity-error",
  "unavailable",
  "passkeys-need-a-name",
  "busy",
  "clocks-differ",
  "log-does-not-continue",
  "storage-full",
  "not-at-the-edge",
  "signature-in-preparation",
  "preparation-is-over",
  "preparation-was-used",
  "signature-over-another-digest",
  "signature-of-another-certificate",
  "signature-does-not-hold",
  "signature-is-no-pades",
  "signature-lacks-the-consent",
  "holder-is-not-the-signatory",
  "certificate-is-weak",
  "certificate-is-revoked",
  "certificate-revocation-unknown",
  "certificate-is-not-valid",
  "certificate-is-not-trusted",
  "certificate-is-for-another-use",
  "day-not-come",
  "days-out-of-order",
  "notification-cancelled",
  "invalid-credential-days",
  "reason-missing",
  "document-missing",
  "notice-document-missing",
  "already-proposed",
  "proposal-is-overtaken",
  "too-many-files",
  "place-not-unique",
  "language-not-accounted-for",
  "concordance-needs-right-text",
  "corrected-terms-from-beginning",
  "copy-corrected-otherwise",
  "original-not-awaited",
  "already-acknowledged",
  "paper-not-received",
  "paper-returned",
  "act-came-of-paper",
] as const;

/** Why a request may be refused: a code of ours, or a failed condition of the law. */
export type RefusalCode = (typeof refusalCodes)[number] | FailureCode;

export const allRefusalCodes: RefusalCode[] = [...refusalCodes, ...failureCodes];

/** The place of an error in the request or the source: a JSON pointer, or a file, line and column. */
export type Fault = {
  detail: string;
  pointer?: string;
  file?: string;
  line?: number;
  column?: number;
  /** In bytes, from 0. */
  offset?: number;
};

export type RefusalExtra = {
  errors?: Fault[];
  failedGuards?: string[];
  allowedActs?: string[];
  retryAfter?: number;
  /** Codes of the parties that the sentence mentions. */
  parties?: string[];
  /** Their names as they take part, by code; not part of the answer. */
  names?: Record<string, Record<string, string>>;
  /** The methods that the address accepts, for 405. */
  allow?: string[];
};

/** A request that we understood and did not carry out; `detail` is one sentence for a person. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly extra: RefusalExtra;

  constructor(code: RefusalCode, detail: string, extra: RefusalExtra = {}) {
    super(detail);
    this.name = "Refusal";
    this.code = code;
    this.extra = extra;
  }
}
