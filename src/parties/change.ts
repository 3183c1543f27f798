import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Worded } from "#src/db/columns.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { governmentNames } from "#src/text/party-name.ts";
import { problemWords } from "#src/text/problem-words.ts";
import type { Party } from "./find.ts";
import {
  checkBehind,
  checkForms,
  checkManager,
  checkOfficial,
  recordPartyEvent,
} from "./manage.ts";

export type PartyChange = {
  /** All its names. A missing language removes the name in that language. */
  names?: Worded | undefined;
  /** All forms of the names. Without them, a name that changes loses its forms. */
  forms?: Party["forms"] | undefined;
  kind?: Party["kind"] | undefined;
  /** The State behind a ministry or agency; null for none. */
  state?: string | null | undefined;
  protocolOrder?: number | undefined;
};

/**
 * Changes a party's names, kind or place in the protocol order. Drafts print the new name from now on; originals are
 * files and do not change. The record keeps the previous values. Throws the Refusal `party-kind-fixed` if another kind or
 * another State behind it would falsify an agreement past drafting.
 */
export async function changeParty(
  { db, now }: Context,
  by: Person,
  code: string,
  change: PartyChange,
): Promise<Party> {
  checkManager(by);
  const names = change.names && checkOfficial(change.names);
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom("parties")
      .select(["kind", "state", "names", "forms", "protocol_order"])
      .where("code", "=", code)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new Refusal("not-found", "There is no such party.");
    const { protocol_order, ...rest } = row;
    const before = { ...rest, protocolOrder: protocol_order };
    const kind = change.kind ?? before.kind;
    const after = {
      kind,
      state: change.state === undefined ? before.state : change.state,
      names: names ?? before.names,
      forms: change.forms
        ? checkForms(change.forms, names ?? before.names)
        : formsThatStay(before, names ?? before.names),
      protocolOrder: change.protocolOrder ?? before.protocolOrder,
    };
    await checkBehind(tx, { code, ...after });
    if (after.kind !== before.kind || after.state !== before.state) await refuseFixed(tx, code);
    const government = kind === "state" ? governmentNames(after) : null;
    await tx
      .updateTable("parties")
      .set({
        kind,
        state: after.state,
        names: JSON.stringify(after.names),
        forms: JSON.stringify(after.forms),
        government: government && JSON.stringify(government),
        protocol_order: after.protocolOrder,
      })
      .where("code", "=", code)
      .execute();
    const event = { at: now(), actor: by.id, party: code, event: "changed" } as const;
    await recordPartyEvent(tx, event, { before, after });
    return { code, ...after, government };
  });
}

/** The forms of the names that stay as they were. */
function formsThatStay(
  { names, forms }: Pick<Party, "names" | "forms">,
  after: Worded,
): Party["forms"] {
  const kept = Object.entries(forms).filter(([language]) => names[language] === after[language]);
  return Object.fromEntries(kept);
}

/** Another kind would say something else about agreements that parties have read, and about bodies of this State. */
async function refuseFixed(tx: Tx, code: string): Promise<void> {
  const { rows } = await sql<{ fixed: boolean }>`SELECT
      EXISTS (SELECT FROM agreement_parties ap JOIN agreements a ON a.id = ap.agreement
        WHERE ap.party = ${code} AND (a.stage_name <> 'draft.editing' OR ap.as_government))
      OR EXISTS (SELECT FROM parties b WHERE b.state = ${code}) AS fixed`.execute(tx);
  if (!rows[0]?.fixed) return;
  throw new Refusal("party-kind-fixed", problemWords("party-kind-fixed", "en"), {
    errors: [{ pointer: "/kind", detail: "takes part in an agreement, or a ministry names it" }],
  });
}
