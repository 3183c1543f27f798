import type { Context } from "#src/context.ts";

type Verification = Awaited<ReturnType<NonNullable<Context["typesetter"]>["verify"]>>;
type Verdict = Verification["verdict"];

// Kept here by type only: the edge, which verifies nothing, carries no code of the verifier's.
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

/** Every verdict of a verification, in the order in which they prevail. */
export const verdicts = Object.keys(all) as Verdict[];
