import { sql } from "kysely";
import { recordEvent } from "#src/accounts/record-event.ts";
import { asService, type Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import { findActing } from "#src/people/find.ts";
import type { Person } from "#src/people/person.ts";
import { checkNamed } from "#src/text/check-names.ts";
import { checkText } from "#src/text/policy.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { civilDate } from "#workflows/civil-date.ts";
import type { authorisedActs } from "#workflows/offices.ts";

export type Lodged = {
  party: string;
  /** The representative named in them. */
  person: string;
  acts: (typeof authorisedActs)[number][];
  /** The authority that issued them, and the person who signed them. */
  issuedBy: string;
  signedBy: string;
  place: string;
  issuedOn: string;
  validFrom?: string | undefined;
  validUntil?: string | undefined;
  restrictions?: string | undefined;
  form: "original" | "copy";
};

/**
 * Records general full powers, which a party lodges once with the depositary for all instruments (UN Treaty Handbook,
 * section 3.2). They count once two people of the secretariat have verified them, as special ones do.
 */
export async function lodgeGeneralPowers(ctx: Context, by: Person, given: Lodged) {
  const { party, person, acts, issuedOn, form } = given;
  if (!can(by, "present-general-powers") || (by.party !== null && by.party !== party)) {
    throw new Refusal("forbidden", "A party or the secretariat lodges a party's full powers.");
  }
  const language = by.language;
  const named = (field: "issuedBy" | "signedBy" | "place") =>
    checkNamed(given[field], language, `/${field}`);
  const at = ctx.now();
  const validFrom = given.validFrom ?? issuedOn;
  const validUntil = given.validUntil ?? null;
  checkDays({ issuedOn, validFrom, validUntil }, civilDate(at.toISOString(), ctx.zone));
  const id = ctx.id();
  const row = {
    id,
    party,
    person,
    acts,
    issued_by: named("issuedBy"),
    signed_by: named("signedBy"),
    place: named("place"),
    issued_on: issuedOn,
    valid_from: validFrom,
    valid_until: validUntil,
    restrictions:
      given.restrictions === undefined
        ? null
        : checkText(given.restrictions, { kind: "body", language, pointer: "/restrictions" }),
    form,
    lodged_by: by.id,
    at,
  };
  await asService(ctx)
    .db.transaction()
    .execute(async (tx) => {
      const holder = await findActing(tx, person);
      if (holder?.party !== party || !holder.roles.includes("representative")) {
        throw new Refusal("malformed-request", "The full powers are not complete.", {
          errors: [{ pointer: "/person", detail: "is not a representative of this party" }],
        });
      }
      await tx.insertInto("general_powers").values(row).execute();
      await record(tx, { at, by, person }, "general-powers-lodged", { power: id, party, acts });
    });
  return { id };
}

/** Verifies general full powers. Two people of the secretariat who did not lodge them must each do so. */
export function verifyGeneralPowers(ctx: Context, by: Person, id: string): Promise<void> {
  return decide(ctx, by, id, async (tx, { lodged_by, verifiedBy }) => {
    if (lodged_by === by.id) refuse("verifier-is-presenter");
    if (verifiedBy.includes(by.id)) refuse("already-verified-by-you");
    if (verifiedBy.length > 1) refuse("credentials-already-verified");
    await enter(tx, { power: id, act: "verified", reason: null }, by, ctx.now());
    return "general-powers-verified";
  });
}

/** Records that the secretariat rejects general full powers, or that the party has revoked them, with the reason. */
export function endGeneralPowers(
  ctx: Context,
  by: Person,
  id: string,
  given: { verdict: "rejected" | "revoked"; reason: string },
): Promise<void> {
  const reason = checkText(given.reason, { kind: "body", language: by.language });
  return decide(ctx, by, id, async (tx) => {
    await enter(tx, { power: id, act: given.verdict, reason }, by, ctx.now());
    return "general-powers-ended";
  });
}

type Standing = { party: string; person: string; lodged_by: string; verifiedBy: string[] };
type Event = "general-powers-lodged" | "general-powers-verified" | "general-powers-ended";

/** Locks the holder's account, so that two people decide one after the other. */
async function decide(
  ctx: Context,
  by: Person,
  id: string,
  act: (tx: Tx, standing: Standing) => Promise<Event>,
): Promise<void> {
  checkManager(by);
  await asService(ctx)
    .db.transaction()
    .execute(async (tx) => {
      const power = await tx
        .selectFrom("general_powers")
        .select(["party", "person", "lodged_by"])
        .where("id", "=", id)
        .executeTakeFirst();
      if (!power) throw new Refusal("not-found", "There are no such full powers.");
      await sql`SELECT FROM people WHERE id = ${power.person} FOR NO KEY UPDATE`.execute(tx);
      const acts = await tx
        .selectFrom("general_power_acts")
        .select(["act", "person"])
        .where("power", "=", id)
        .execute();
      if (acts.some((one) => one.act !== "verified")) refuse("credentials-void");
      const verifiedBy = acts.map(({ person }) => person);
      const event = await act(tx, { ...power, verifiedBy });
      const { party, person } = power;
      await record(tx, { at: ctx.now(), by, person }, event, { power: id, party });
    });
}

async function enter(
  tx: Tx,
  row: { power: string; act: "verified" | "rejected" | "revoked"; reason: string | null },
  by: Person,
  at: Date,
): Promise<void> {
  await tx
    .insertInto("general_power_acts")
    .values({ ...row, person: by.id, at })
    .execute();
}

/** Also in the account's own chain: they give or take the right to consent. */
function record(
  tx: Tx,
  { at, by, person }: { at: Date; by: Person; person: string },
  event: Event,
  detail: Record<string, unknown>,
): Promise<void> {
  return recordEvent(tx, { at, actor: by.id, person, event, detail, logged: detail });
}

function checkManager(by: Person): void {
  if (can(by, "manage-general-powers")) return;
  throw new Refusal("forbidden", "Only the secretariat keeps general full powers.");
}

function checkDays(
  days: { issuedOn: string; validFrom: string; validUntil: string | null },
  today: string,
): void {
  const { issuedOn, validFrom, validUntil } = days;
  const rules = [
    ["/issuedOn", issuedOn, today],
    ["/validFrom", issuedOn, validFrom],
    ["/validUntil", validFrom, validUntil ?? validFrom],
  ] as const;
  const broken = rules.filter(([, earlier, later]) => earlier > later);
  if (broken.length === 0) return;
  throw new Refusal("invalid-credential-days", problemWords("invalid-credential-days", "en"), {
    errors: broken.map(([pointer, earlier, later]) => ({
      pointer,
      detail: `${earlier} lies after ${later}`,
    })),
  });
}

function refuse(
  code:
    | "verifier-is-presenter"
    | "already-verified-by-you"
    | "credentials-already-verified"
    | "credentials-void",
): never {
  throw new Refusal(code, problemWords(code, "en"));
}
