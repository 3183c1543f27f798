import type { Agreement } from "../api/agreement.ts";
import { holds, useSession } from "../api/session.ts";

/** Whether this person can comment now: representatives and legal officers can, while the text is negotiated. */
export function useCanComment({ stage }: Agreement): boolean {
  const session = useSession();
  return /^(draft|review)\./.test(stage) && holds(session, "representative", "legal-officer");
}
