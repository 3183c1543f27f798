import type { Context } from "#src/context.ts";
import type { Worded } from "#src/db/columns.ts";
import { Refusal } from "#src/errors.ts";
import { type NewLetter, orderLetter } from "#src/outbox/order-letter.ts";
import { can } from "#src/people/can.ts";
import { canonicalEmail } from "#src/people/email.ts";
import { findByEmail } from "#src/people/find.ts";
import { checkPersonNames } from "#src/people/names.ts";
import type { Person, Role } from "#src/people/person.ts";
import { type Confirming, conclude } from "#src/people/second-person.ts";
import { checkNames } from "#src/text/check-names.ts";
import { recordEvent } from "./record-event.ts";

export type Invited = {
  email: string;
  names: Worded;
  titles: Worded;
  language: string;
  roles: Exclude<Role, "service">[];
  party: string | null;
};

/**
 * Adds a person and writes to them. Throws `SecondPersonNeeded` unless a second member of the secretariat confirms,
 * because an invitation grants a role. The letter holds no secret: anyone who reads mail at that address signs in by a
 * code sent to it.
 */
export async function invite(
  ctx: Context,
  by: Person,
  wanted: Invited,
  confirming?: Confirming,
): Promise<{ id: string }> {
  checkManager(by);
  const letter = { name: "invitation" } as const;
  const { id } = await addPerson(ctx, by.id, wanted, { letter, needed: true, confirming });
  ctx.committed();
  return { id };
}

type Adding = {
  /** The letter to hand to the relay. */
  letter?: NewLetter;
  /** Whether a second person must confirm it; not for the operator of the machine. */
  needed: boolean;
  confirming?: Confirming | undefined;
};

/** Adds a person who has not signed in yet. */
export async function addPerson(
  { db, now, id, origin }: Pick<Context, "db" | "now" | "id" | "origin">,
  by: string | null,
  wanted: Invited,
  { letter, needed, confirming }: Adding = { needed: false },
): Promise<{ id: string; email: string }> {
  const { language, roles, party } = wanted;
  const email = canonicalEmail(wanted.email);
  checkParty(roles, party);
  const names = checkPersonNames(wanted.names);
  const titles = checkNames(wanted.titles, "titles");
  if (await findByEmail(db, email)) {
    throw new Refusal("address-in-use", "Somebody has this address already.");
  }
  if (party !== null) await checkKnown(db, party);
  const own = id();
  const at = now();
  const adding = db.transaction().execute(async (tx) => {
    await tx
      .insertInto("people")
      .values({
        id: own,
        email,
        names: JSON.stringify(names),
        titles: JSON.stringify(titles),
        language,
        roles: [...roles],
        party,
        state: "invited",
        created_at: at,
      })
      .execute();
    const { proposedBy } = confirming ?? {};
    const detail = { roles, party, ...(proposedBy && { proposedBy }) };
    const event = { at, actor: by, person: own, event: "invited" } as const;
    await recordEvent(tx, { ...event, detail, logged: detail });
    if (letter) await orderLetter(tx, { ...letter, person: own, at, origin });
    await conclude(tx, { needed, confirming });
  });
  await adding.catch(refuseTaken);
  return { id: own, email };
}

/** Turns a unique violation into a Refusal: someone else got the address meanwhile. */
export function refuseTaken(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== "23505" || constraint !== "people_email_key") throw error;
  throw new Refusal("address-in-use", "Somebody has this address already.");
}

/** Refuses anyone but the secretariat, which manages accounts. */
export function checkManager(by: Person): void {
  if (!can(by, "manage-accounts")) {
    throw new Refusal("forbidden", "Only the secretariat cares for accounts.");
  }
}

/** A representative acts for exactly one party, all others for none. */
export function checkParty(roles: readonly string[], party: string | null): void {
  const represents = roles.includes("representative");
  if (represents === (party !== null)) return;
  throw new Refusal("malformed-request", "A representative has a party, and nobody else has one.", {
    errors: [{ pointer: "/party", detail: represents ? "is missing" : "must be null" }],
  });
}

async function checkKnown(db: Context["db"], party: string): Promise<void> {
  const row = await db
    .selectFrom("parties")
    .select("code")
    .where("code", "=", party)
    .executeTakeFirst();
  if (row) return;
  throw new Refusal("malformed-request", "There is no such party.", {
    errors: [{ pointer: "/party", detail: "is not a known party" }],
  });
}
