import { kept } from "./law.ts";

/** What credentials must be to be presented (VCLT article 7). */
export const presenting = [
  "office-speaks-for-the-party",
  "ambassador-is-between-two-states",
  "head-of-body-suffices",
] as const;

export const looked = ["credentials-were-presented", "credentials-are-not-void"] as const;
export const verifying = [
  ...looked,
  "credentials-are-not-verified",
  "verifier-did-not-present",
  "person-has-not-verified",
] as const;

/** Credentials after the party has initialled. */
export const lookedAt = {
  "present-credentials": kept(...presenting),
  "verify-credentials": kept(...verifying),
  "reject-credentials": kept(...looked),
  "revoke-credentials": kept(...looked),
};
