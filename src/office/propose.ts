import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import type { OfficeProposalKind } from "#src/db/tables/proposals.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import { shownEmail } from "#src/people/email.ts";
import { findPerson } from "#src/people/find.ts";
import type { Person } from "#src/people/person.ts";
import { SecondPersonNeeded } from "#src/people/second-person.ts";
import { proposalDays } from "#workflows/second-person.ts";
import { type Given, kinds } from "./kinds.ts";
import { tellOthers } from "./tell-others.ts";

/** The id or digest of the result, or the id of the proposal that waits for a second person. */
export type Proposed = { done: string } | { proposal: string };

/**
 * Carries out a change to an account or a template. A change that needs a second person is tried, rolled back and kept
 * for 14 days until another person confirms it. A change that would be refused now is never proposed. Throws the
 * Refusals of the change itself, and `already-proposed`.
 */
export async function carryOut<Kind extends OfficeProposalKind>(
  ctx: Context,
  by: Person,
  kind: Kind,
  given: Given[Kind],
): Promise<Proposed> {
  const { proposes, subject, keep, run, page } = kinds[kind];
  if (!can(by, proposes)) throw new Refusal("forbidden", "Your role does not include this.");
  try {
    return { done: await run(ctx, by, given) };
  } catch (error) {
    if (!(error instanceof SecondPersonNeeded)) throw error;
  }
  const at = ctx.now();
  const row = {
    id: ctx.id(),
    kind,
    subject: subject(given),
    given: JSON.stringify(keep ? await keep(ctx, given) : given),
    person: by.id,
    at,
    expires_at: new Date(at.getTime() + proposalDays * 86_400_000),
  };
  await ctx.db.transaction().execute(async (tx) => {
    await checkNew(tx, row);
    await tx.insertInto("office_proposals").values(row).execute();
    const named = await nameOf(tx, row);
    await tellOthers(tx, { by: by.id, subject: named, path: page, at, origin: ctx.origin });
  });
  ctx.committed();
  return { proposal: row.id };
}

/** The subject as a letter names it: a person by their address. */
async function nameOf(tx: Tx, { kind, subject }: Pick<Subject, "kind" | "subject">) {
  if (kind !== "change-person") return kind === "invite-person" ? shownEmail(subject) : subject;
  const person = await findPerson(tx, subject);
  return person ? shownEmail(person.email) : subject;
}

type Subject = { kind: OfficeProposalKind; subject: string; at: Date };

/** Allows one at a time: of two simultaneous proposals the second waits for the first, and is refused. */
async function checkNew(tx: Tx, { kind, subject, at }: Subject): Promise<void> {
  const place = `office proposal ${kind} ${subject}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${place}, 0))`.execute(tx);
  const same = await tx
    .selectFrom("office_proposals as p")
    .leftJoin("office_proposal_endings as e", "e.proposal", "p.id")
    .select("p.id")
    .where("p.kind", "=", kind)
    .where("p.subject", "=", subject)
    .where("p.expires_at", ">", at)
    .where("e.proposal", "is", null)
    .executeTakeFirst();
  if (!same) return;
  throw new Refusal(
    "already-proposed",
    "The same change waits for a second person already. Confirm it or reject it.",
  );
}
