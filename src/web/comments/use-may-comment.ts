import type { Agreement } from "../api/agreement.ts";
import { holds, useSession } from "../api/session.ts";

/** Whether this person comments on the text now: representatives and legal officers, while it is negotiated. */
export function useMayComment({ stage }: Agreement): boolean {
  const session = useSession();
  return /^(draft|review)/.test(stage) && holds(session, "representative", "legal-officer");
}
