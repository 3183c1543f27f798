import type { Db } from "#src/db/db.ts";
import type { OfficeProposalKind } from "#src/db/tables/proposals.ts";

export type OfficeProposalView = {
  id: string;
  kind: OfficeProposalKind;
  /** The person's id, the invited address or the template's name. */
  subject: string;
  given: Record<string, unknown>;
  state: "waiting" | "expired" | "confirmed" | "rejected";
  proposedBy: string;
  at: string;
  expiresAt: string;
  /** Who confirmed or rejected it, and the reason for a rejection. */
  endedBy: string | null;
  reason: string | null;
};

/**
 * The newest proposals for accounts and templates, at most 200. Row-level security decides which ones the person sees.
 */
export async function listOfficeProposals(db: Db, now: Date): Promise<OfficeProposalView[]> {
  const rows = await db
    .selectFrom("office_proposals as p")
    .leftJoin("office_proposal_endings as e", "e.proposal", "p.id")
    .select(["p.id", "p.kind", "p.subject", "p.given", "p.at", "p.expires_at"])
    .select(["p.person as proposedBy", "e.verdict", "e.reason", "e.person as endedBy"])
    .orderBy("p.at", "desc")
    .orderBy("p.id")
    .limit(200)
    .execute();
  return rows.map(({ at, expires_at, verdict, ...row }) => ({
    ...row,
    state: verdict ?? (expires_at > now ? "waiting" : "expired"),
    at: at.toISOString(),
    expiresAt: expires_at.toISOString(),
  }));
}
