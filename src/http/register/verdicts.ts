import type { Context } from "#src/context.ts";

type Verification = Awaited<ReturnType<NonNullable<Context["typesetter"]>["verify"]>>;
type Verdict = Verification["verdict"];

// Linked to the verifier only by type, so the edge, which verifies nothing, loads none of its code.
const all = {
  TOO_COMPLEX: true,
  ENCRYPTED: true,
  INVALID_DIGEST: true,
  MODIFIED: true,
  MALFORMED: true,
  NO_SIGNATURE: true,
  NOT_OURS: true,
  WEAK_ALGORITHM: true,
  INCOMPLETE: true,
  REVOKED: true,
  EXPIRED: true,
  UNTRUSTED: true,
  VALID_NOT_IN_REGISTER: true,
  VALID: true,
} satisfies Record<Verdict, true>;

/** Every verdict of a verification, in order of precedence. */
export const verdicts = Object.keys(all) as Verdict[];
