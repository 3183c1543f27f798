import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { type Confirming, conclude } from "#src/people/second-person.ts";
import { checkText } from "#src/text/policy.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { civilDate } from "#workflows/civil-date.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { checkManager, recordPartyEvent } from "./manage.ts";

export type PartyEnd = {
  code: string;
  /** The day on which it ceased to exist or was dissolved; null: it exists, and what is on record was an error. */
  on: CivilDate | null;
  /** By what: a union, a separation, a decision of dissolution. */
  reason: string;
};

/**
 * Records that a State has ceased to exist, or that an organisation was dissolved, as the depositary learned of it; two of
 * the secretariat do so. From that day the party takes no act. What it did before stays, and a successor acts in its own
 * name (Vienna Convention of 1978). Throws `malformed-request` for a later day than today or for a body of a State.
 */
export async function endParty(
  { db, now, zone }: Context,
  by: Person,
  { code, on, reason: given }: PartyEnd,
  confirming?: Confirming,
): Promise<string> {
  checkManager(by);
  const at = now();
  const reason = checkText(given, { kind: "body", language: by.language });
  if (on !== null && on > civilDate(at.toISOString(), zone))
    throw wrong("/on", "lies in the future");
  await db.transaction().execute(async (tx) => {
    const party = await tx
      .selectFrom("parties")
      .select(["kind", "ceased"])
      .where("code", "=", code)
      .forUpdate()
      .executeTakeFirst();
    if (!party) throw new Refusal("not-found", "There is no such party.");
    if (party.kind !== "state" && party.kind !== "organization") {
      throw wrong("/on", "is for a State or an organisation; a body follows its State");
    }
    const after = on === null ? null : { on, reason };
    await tx
      .updateTable("parties")
      .set({ ceased: after && JSON.stringify(after) })
      .where("code", "=", code)
      .execute();
    const event = { at, actor: by.id, party: code, event: "ceased" } as const;
    const { proposedBy } = confirming ?? {};
    await recordPartyEvent(tx, event, { before: party.ceased, after, reason, proposedBy });
    await conclude(tx, { needed: true, confirming });
  });
  return code;
}

/** A party that has ceased to exist takes no part in a new text. */
export async function refuseCeased(tx: Tx, codes: string[], on: CivilDate): Promise<void> {
  if (codes.length === 0) return;
  const gone = await tx
    .selectFrom("parties as p")
    .innerJoin("parties as s", (join) =>
      join.on((eb) => eb("s.code", "=", eb.fn.coalesce("p.state", "p.code"))),
    )
    .select(["p.code", "p.ceased", "s.ceased as behind"])
    .where("p.code", "in", codes)
    .execute();
  const errors = gone.flatMap(({ code, ceased, behind }) => {
    const end = ceased ?? behind;
    if (!end || end.on > on) return [];
    return [{ pointer: "/parties", detail: `${code} ceased to exist on ${end.on}` }];
  });
  if (errors.length === 0) return;
  throw new Refusal("party-ceased-to-exist", problemWords("party-ceased-to-exist", "en"), {
    errors,
  });
}

function wrong(pointer: string, detail: string): Refusal {
  return new Refusal("malformed-request", "The end of the party is not as it can be.", {
    errors: [{ pointer, detail }],
  });
}
