import { asService, type Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import type { OfficeProposalKind } from "#src/db/tables/proposals.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import type { Person } from "#src/people/person.ts";
import { checkText } from "#src/text/policy.ts";
import { kinds } from "./kinds.ts";

export type Confirmed = { kind: OfficeProposalKind; id: string };

/**
 * A second person confirms a proposal. It is checked again against the current state, and carried out and ended in one
 * transaction. Throws the Refusals `own-proposal` for the person who proposed it, `proposal-not-waiting` once it was
 * answered or its time is over, and those of the change itself.
 */
export async function confirmOfficeProposal(
  ctx: Context,
  by: Person,
  id: string,
): Promise<Confirmed> {
  const { kind, given, person, expires_at, verdict } = await find(ctx, by, id);
  if (person === by.id) {
    throw new Refusal("own-proposal", "Another person confirms what you have proposed.");
  }
  if (verdict !== null || expires_at <= ctx.now()) throw waitsNoLonger();
  const end = (tx: Tx) => {
    const at = ctx.now();
    return endProposal(tx, { proposal: id, expires_at, verdict: "confirmed", reason: "", by, at });
  };
  const { run } = kinds[kind];
  const done = await run(asService(ctx), by, given as never, { proposedBy: person, end });
  ctx.committed();
  return { kind, id: done };
}

/**
 * Rejects a proposal, so that it never happens. Open to anyone who could confirm it and to the person who proposed it.
 */
export async function rejectOfficeProposal(
  ctx: Context,
  by: Person,
  { id, reason: given }: { id: string; reason: string },
): Promise<void> {
  const { expires_at } = await find(ctx, by, id);
  const reason = checkText(given, { kind: "body", language: by.language });
  const ending = { proposal: id, expires_at, verdict: "rejected", reason, by } as const;
  await ctx.db.transaction().execute((tx) => endProposal(tx, { ...ending, at: ctx.now() }));
}

async function find(ctx: Context, by: Person, id: string) {
  const found = await ctx.db
    .selectFrom("office_proposals as p")
    .leftJoin("office_proposal_endings as e", "e.proposal", "p.id")
    .select(["p.kind", "p.given", "p.person", "p.expires_at", "e.verdict"])
    .where("p.id", "=", id)
    .executeTakeFirst();
  if (!found) throw new Refusal("not-found", "There is no such proposal.");
  if (found.person === by.id || can(by, kinds[found.kind].confirms)) return found;
  throw new Refusal("forbidden", "Your role does not include this.");
}

type Ending = {
  proposal: string;
  expires_at: Date;
  verdict: "confirmed" | "rejected";
  reason: string;
  by: Person;
  at: Date;
};

/** Of two simultaneous answers, the first one counts. */
async function endProposal(tx: Tx, { expires_at, by, ...row }: Ending): Promise<void> {
  const kept = await tx
    .insertInto("office_proposal_endings")
    .values({ ...row, person: by.id })
    .onConflict((conflict) => conflict.doNothing())
    .returning("proposal")
    .executeTakeFirst();
  if (kept && row.at < expires_at) return;
  throw waitsNoLonger();
}

function waitsNoLonger(): Refusal {
  return new Refusal("proposal-not-waiting", "It was confirmed, rejected, or its time is over.");
}
