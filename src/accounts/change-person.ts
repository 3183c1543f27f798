import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { announceDeparture } from "#src/outbox/announce-departure.ts";
import { orderLetter } from "#src/outbox/order-letter.ts";
import { canonicalEmail, shownEmail } from "#src/people/email.ts";
import { checkPersonNames } from "#src/people/names.ts";
import type { Person, Role } from "#src/people/person.ts";
import { type Confirming, conclude } from "#src/people/second-person.ts";
import { checkNames } from "#src/text/check-names.ts";
import { type Changeable, differing, type PersonChange, valuesBefore } from "./differing.ts";
import { endAccess } from "./end-access.ts";
import { checkManager, checkParty, refuseTaken } from "./invite.ts";
import { recordEvent } from "./record-event.ts";

/** A change that waits for a second person: the fields that differ, and their values at the time of the proposal. */
export type ProposedChange = PersonChange & { was?: PersonChange | undefined };

/**
 * Changes a person's address, roles, party, state or names, with effect from that person's next request. People cannot
 * change their own account this way, and at least one member of the secretariat must remain. A suspension, another
 * address, other roles or another party end all the person's access (`end-access.ts`). Letters go to both addresses. If
 * the person was to sign, the party and the office learn that another signatory is needed. A change that grants more
 * than before, or another address, throws `SecondPersonNeeded` unless a second member of the secretariat confirms it.
 * The confirmed fields must still have their values from the time of the proposal; otherwise a role removed meanwhile
 * would come back. Throws the Refusals `invalid-address`, `address-in-use`, `last-secretary`, `proposal-is-overtaken`.
 */
export async function changePerson(
  ctx: Context,
  by: Person,
  id: string,
  { was, ...asked }: ProposedChange,
  confirming?: Confirming,
): Promise<void> {
  const { db, now, origin } = ctx;
  checkManager(by);
  if (by.id === id) throw new Refusal("forbidden", "Another member of the secretariat does this.");
  const wanted = inOneForm(asked);
  const changing = db.transaction().execute(async (tx) => {
    const person = await lock(tx, id);
    if (confirming) checkStands(person, was);
    const change = differing(person, wanted);
    const { names, titles, email, ...plain } = change;
    const moved = email !== undefined;
    const party = plain.party === undefined ? person.party : plain.party;
    checkParty(plain.roles ?? person.roles, party);
    const set = {
      ...plain,
      ...(moved && { email }),
      ...(names && { names: JSON.stringify(checkPersonNames(names)) }),
      ...(titles && { titles: JSON.stringify(checkNames(titles, "titles")) }),
    };
    if (Object.keys(set).length > 0) {
      await tx.updateTable("people").set(set).where("id", "=", id).execute();
    }
    await checkSecretariat(tx);
    // Do this before ending the codes: signing locks the agreement first and the code after it.
    if (leaves(person, plain)) await announceDeparture(tx, { person: id, at: now(), origin });
    const acts = changesOffice(person, plain);
    if (moved || acts || plain.state === "suspended") {
      await endAccess(tx, { person: id, at: now() });
    }
    if (acts) await orderLetter(tx, { person: id, at: now(), origin, name: "office-changed" });
    const event = { at: now(), actor: by.id, person: id };
    const proposedBy = confirming && { proposedBy: confirming.proposedBy };
    const { email: __, ...rest } = change;
    if (Object.keys(rest).length > 0) {
      const detail = { ...rest, ...proposedBy };
      const { names: _, titles: _titles, language: _language, ...rights } = rest;
      const logged = Object.keys(rights).length > 0 && { logged: { ...rights, ...proposedBy } };
      await recordEvent(tx, { ...event, event: "changed", detail, ...logged });
    }
    const detail = { from: person.email, to: email, ...proposedBy };
    if (moved) {
      const logged = { ...proposedBy };
      await recordEvent(tx, { ...event, event: "address-changed", detail, logged });
      await writeToBoth(tx, { person: id, at: now(), origin }, { from: person.email, to: email });
    }
    await conclude(tx, { needed: moved || gives(person, plain), confirming });
  });
  await changing.catch(refuseTaken);
  ctx.committed();
}

/**
 * The proposal for a second person: only the fields that differ from the person, and their current values. Throws the
 * Refusal `not-found`.
 */
export async function changeToPropose({ db }: Context, id: string, asked: PersonChange) {
  const person = await rowOf(db, id).executeTakeFirst();
  if (!person) throw noSuchPerson();
  const change = differing(person, inOneForm(asked));
  return { ...change, was: valuesBefore(person, change) };
}

function inOneForm(change: PersonChange): PersonChange {
  return {
    ...change,
    email: change.email === undefined ? undefined : canonicalEmail(change.email),
  };
}

function checkStands(person: Changeable, was: PersonChange | undefined): void {
  if (was && Object.keys(differing(person, was)).length === 0) return;
  throw new Refusal(
    "proposal-is-overtaken",
    "The account was changed after this was proposed. Reject it, and propose it again.",
  );
}

type Known = { party: string | null; roles: readonly string[]; state: string };

/** Whether the change gives the person other roles or another party. */
function changesOffice({ roles, party }: Known, change: PersonChange): boolean {
  const wanted = new Set<string>(change.roles ?? roles);
  const sameRoles = wanted.size === roles.length && roles.every((role) => wanted.has(role));
  return !sameRoles || (change.party !== undefined && change.party !== party);
}

/** Whether the change lets the person do more: through a role, for another party, or after a suspension. */
function gives({ roles, party, state }: Known, change: PersonChange): boolean {
  const more = (change.roles ?? []).some((role) => !roles.includes(role));
  const moves = change.party !== undefined && change.party !== null && change.party !== party;
  return more || moves || (change.state === "active" && state === "suspended");
}

/** Whether the change means that a representative who could sign for a party no longer can. */
function leaves({ party, roles, state }: Known, change: PersonChange): boolean {
  if (state === "suspended" || !roles.includes("representative")) return false;
  const moves = change.party !== undefined && change.party !== party;
  const stays = (change.roles ?? roles).some((role) => role === "representative");
  return change.state === "suspended" || moves || !stays;
}

/** Writes to the old address and the new one. */
async function writeToBoth(
  tx: Tx,
  letter: { person: string; at: Date; origin: Context["origin"] },
  { from, to }: Record<"from" | "to", string>,
): Promise<void> {
  const name = "address-changed";
  const values = { from: shownEmail(from), to: shownEmail(to) };
  await orderLetter(tx, { ...letter, name, values, to: from });
  await orderLetter(tx, { ...letter, name, values });
}

async function lock(tx: Tx, id: string) {
  // Serializes changes of people, so that two of them never remove each other's last member.
  await tx
    .selectFrom("people")
    .select("id")
    .where(hasRole("secretariat"))
    .forNoKeyUpdate()
    .execute();
  const row = await rowOf(tx, id).forNoKeyUpdate().executeTakeFirst();
  if (!row) throw noSuchPerson();
  return row;
}

function rowOf(db: Db | Tx, id: string) {
  return db
    .selectFrom("people")
    .select(["email", "names", "titles", "language", "roles", "party", "state"])
    .where("id", "=", id)
    .where(sql<boolean>`NOT ${hasRole("service")}`);
}

function noSuchPerson(): Refusal {
  return new Refusal("not-found", "There is no such person.");
}

async function checkSecretariat(tx: Tx): Promise<void> {
  const row = await tx
    .selectFrom("people")
    .select("id")
    .where(hasRole("secretariat"))
    .where("state", "!=", "suspended")
    .executeTakeFirst();
  if (row) return;
  throw new Refusal("last-secretary", "One member of the secretariat must remain.");
}

function hasRole(role: Role) {
  return sql<boolean>`${role} = ANY (roles)`;
}
