import type { Context } from "#src/context.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { orderLetter } from "#src/outbox/order-letter.ts";
import { canonicalEmail } from "#src/people/email.ts";
import { findActing, holdActing } from "#src/people/find.ts";
import type { Person } from "#src/people/person.ts";
import { checkText } from "#src/text/policy.ts";
import { endAllAccess } from "./end-access.ts";
import { checkManager, refuseTaken } from "./invite.ts";
import { recordEvent } from "./record-event.ts";

export type Recovery = {
  id: string;
  person: string;
  email: string;
  reason: string;
  askedBy: string;
  askedAt: string;
};

/** How long a second person has to approve, in milliseconds. */
const lifetime = 3 * 24 * 60 * 60 * 1000;

/**
 * A member of the secretariat requests a recovery for a person who has lost access, optionally at a new address. Only
 * one recovery per person waits at a time; otherwise an old one with an outdated address could be approved later.
 */
export async function askRecovery(
  ctx: Context,
  by: Person,
  wanted: { person: string; email: string; reason: string },
): Promise<{ id: string }> {
  checkManager(by);
  if (by.id === wanted.person) throw new Refusal("forbidden", "Others ask this for you.");
  const person = await findActing(ctx.db, wanted.person);
  if (!person || person.roles.includes("service")) {
    throw new Refusal("not-found", "There is no such person, or the account is suspended.");
  }
  const id = ctx.id();
  const reason = checkText(wanted.reason, { kind: "body", language: by.language });
  const email = canonicalEmail(wanted.email);
  await ctx.db.transaction().execute(async (tx) => {
    // Serializes two simultaneous requests.
    await holdActing(tx, person.id);
    const waits = waitingRecoveries(tx, ctx.now()).where("person", "=", person.id);
    if (await waits.executeTakeFirst()) {
      const detail = "A recovery of this person waits already. Approve it, or withdraw it first.";
      throw new Refusal("recovery-waits-already", detail);
    }
    const asked = { id, person: person.id, email, reason, asked_by: by.id, asked_at: ctx.now() };
    await tx
      .insertInto("recoveries")
      .values({ ...asked, approved_by: null, approved_at: null })
      .execute();
    const event = {
      at: ctx.now(),
      actor: by.id,
      person: person.id,
      event: "recovery-asked",
    } as const;
    await recordEvent(tx, { ...event, detail: { recovery: id, email } });
  });
  return { id };
}

/** The recoveries that are neither approved, withdrawn nor expired. */
export function waitingRecoveries(db: Db | Tx, at: Date) {
  return db
    .selectFrom("recoveries")
    .selectAll()
    .where("approved_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("asked_at", ">", new Date(at.getTime() - lifetime));
}

/** The recoveries that wait for a second person. */
export async function listRecoveries({ db, now }: Context, by: Person): Promise<Recovery[]> {
  checkManager(by);
  const rows = await waitingRecoveries(db, now()).orderBy("asked_at").execute();
  return rows.map(({ id, person, email, reason, asked_by, asked_at }) => ({
    id,
    person,
    email,
    reason,
    askedBy: asked_by,
    askedAt: asked_at.toISOString(),
  }));
}

/**
 * A second member of the secretariat approves. This ends all the person's access, including passkeys, sets the new
 * address and writes to both addresses. Neither the person who requested it nor the person concerned can approve it.
 */
export async function approveRecovery(ctx: Context, by: Person, id: string): Promise<void> {
  checkManager(by);
  const at = ctx.now();
  const changing = ctx.db.transaction().execute(async (tx) => {
    const row = await waitingRecoveries(tx, at).where("id", "=", id).forUpdate().executeTakeFirst();
    if (!row) throw new Refusal("not-found", "There is no such recovery, or its time is over.");
    if (row.asked_by === by.id || row.person === by.id) {
      throw new Refusal("forbidden", "A second member of the secretariat approves this.");
    }
    const person = await holdActing(tx, row.person);
    if (!person) throw new Refusal("not-found", "There is no such person.");
    await tx
      .updateTable("recoveries")
      .set({ approved_by: by.id, approved_at: at })
      .where("id", "=", id)
      .execute();
    // Earlier releases allowed several to wait.
    await tx
      .updateTable("recoveries")
      .set({ withdrawn_by: by.id, withdrawn_at: at })
      .where("person", "=", row.person)
      .where("approved_at", "is", null)
      .where("withdrawn_at", "is", null)
      .execute();
    await tx.updateTable("people").set({ email: row.email }).where("id", "=", person.id).execute();
    const { removed } = await endAllAccess(tx, { person: person.id, at });
    const detail = { recovery: id, from: person.email, to: row.email };
    const logged = { askedBy: row.asked_by, removed };
    const event = { at, actor: by.id, person: person.id, event: "recovered" } as const;
    await recordEvent(tx, { ...event, detail, logged });
    const letter = { person: person.id, at, origin: ctx.origin };
    await orderLetter(tx, { ...letter, name: "account-changed", to: person.email });
    await orderLetter(tx, { ...letter, name: "invitation" });
  });
  await changing.catch(refuseTaken);
  ctx.committed();
}
