import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { orderLetter } from "#src/outbox/order-letter.ts";
import type { Person } from "#src/people/person.ts";
import { checkText } from "#src/text/policy.ts";
import { type Entry, note, onPaper, refuse, refuseReturned } from "./on-paper.ts";
import { deskReference } from "./register-paper.ts";

/** Acknowledges receipt, by an outgoing note if one is named. It says nothing of due form. */
export function acknowledgePaper(
  ctx: Context,
  by: Person,
  { id, note: outgoing }: { id: string; note?: string | undefined },
): Promise<void> {
  return onPaper(ctx, by, id, async (tx, entry) => {
    refuseReturned(entry);
    if (entry.acts.includes("acknowledged")) refuse("already-acknowledged");
    await checkNote(tx, entry, outgoing);
    await note(tx, ctx, by, id, "acknowledged", { ...(outgoing && { note: outgoing }) });
  });
}

/**
 * Returns a paper that is not in due form, and tells the party's representatives why (VCLT article 77(1)(d)). The
 * depositary decides nothing: the party may send another one. Refused once an act came of it.
 */
export function returnPaper(
  ctx: Context,
  by: Person,
  { id, reason, note: outgoing }: { id: string; reason: string; note?: string | undefined },
): Promise<void> {
  const why = checkText(reason, { kind: "body", language: by.language, pointer: "/reason" });
  return onPaper(ctx, by, id, async (tx, entry) => {
    refuseReturned(entry);
    if (entry.direction === "out") refuse("paper-not-received");
    if (await ledToAct(tx, id)) refuse("act-came-of-paper");
    await checkNote(tx, entry, outgoing);
    await note(tx, ctx, by, id, "returned", { reason: why, ...(outgoing && { note: outgoing }) });
    await tellParty(tx, ctx, { ...entry, id, reason: why });
  });
}

async function ledToAct(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`SELECT FROM evidence
    WHERE detail ? 'correspondence' AND detail ->> 'correspondence' = ${id}
      AND act <> 'propose' LIMIT 1`.execute(tx);
  return rows.length > 0;
}

/** The outgoing note is one to the same party. */
async function checkNote(tx: Tx, { party }: Entry, id: string | undefined): Promise<void> {
  if (id === undefined) return;
  const found = await tx
    .selectFrom("desk_entries")
    .select("party")
    .where("id", "=", id)
    .where("direction", "=", "out")
    .executeTakeFirst();
  if (found?.party === party) return;
  throw new Refusal("malformed-request", "The note is not one to this party.", {
    errors: [{ pointer: "/note", detail: "is not an outgoing note to this party" }],
  });
}

async function tellParty(
  tx: Tx,
  { now, origin }: Context,
  entry: Entry & { id: string; reason: string },
): Promise<void> {
  const people = await tx
    .selectFrom("people")
    .select("id")
    .where("party", "=", entry.party)
    .where(sql<boolean>`'representative' = ANY (roles)`)
    .where("state", "!=", "suspended")
    .execute();
  const { subject, reason } = entry;
  const values = { number: deskReference(entry), subject, reason };
  for (const { id: person } of people) {
    const letter = { name: "paper-returned", path: `/desk/${entry.id}`, values } as const;
    await orderLetter(tx, { ...letter, person, at: now(), origin });
  }
}
