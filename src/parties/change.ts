import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Worded } from "#src/db/columns.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { neededForms } from "#src/text/party-forms.ts";
import { governmentNames } from "#src/text/party-name.ts";
import { problemWords } from "#src/text/problem-words.ts";
import type { Memberships, Party } from "./find.ts";
import {
  checkBehind,
  checkForms,
  checkManager,
  checkMemberships,
  checkOfficial,
  type GivenMemberships,
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
} & GivenMemberships;

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
      .select(["kind", "state", "names", "forms", "protocol_order as protocolOrder"])
      .select(["member", "un_member as unMember", "un_system as unSystem", "ceased"])
      .where("code", "=", code)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new Refusal("not-found", "There is no such party.");
    const { ceased, ...before } = row;
    const kind = change.kind ?? before.kind;
    const after = {
      kind,
      state: change.state === undefined ? before.state : change.state,
      names: names ?? before.names,
      forms: change.forms
        ? checkForms(change.forms, names ?? before.names)
        : formsThatStay(before, names ?? before.names),
      protocolOrder: change.protocolOrder ?? before.protocolOrder,
      ...membershipsAfter(before, change),
    };
    checkMemberships(kind, after);
    await checkBehind(tx, { code, ...after });
    if (after.kind !== before.kind || after.state !== before.state) await refuseFixed(tx, code);
    if (after.state !== before.state) await refuseBesideItself(tx, code, after.state);
    const government = kind === "state" ? governmentNames(after) : null;
    await refuseNameless(tx, code, government?.names ?? {});
    await tx
      .updateTable("parties")
      .set({
        kind,
        state: after.state,
        names: JSON.stringify(after.names),
        forms: JSON.stringify(after.forms),
        government: government && JSON.stringify(government),
        protocol_order: after.protocolOrder,
        ...{ member: after.member, un_member: after.unMember, un_system: after.unSystem },
      })
      .where("code", "=", code)
      .execute();
    const event = { at: now(), actor: by.id, party: code, event: "changed" } as const;
    await recordPartyEvent(tx, event, { before, after });
    return { code, ...after, government, ceased };
  });
}

/** Memberships after the change: one that it does not name stays, and null leaves it to the kind and the code. */
function membershipsAfter(before: Memberships, change: GivenMemberships): Memberships {
  const { member = before.member, unMember = before.unMember, unSystem = before.unSystem } = change;
  return { member, unMember, unSystem };
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

/** Another State behind a body would put it beside that State, or beside that State's other bodies alone, in a draft. */
async function refuseBesideItself(tx: Tx, code: string, state: string | null): Promise<void> {
  if (state === null) return;
  const { rows } = await sql<{ beside: boolean }>`SELECT EXISTS (
    SELECT FROM agreement_parties own
    WHERE own.party = ${code} AND EXISTS (
      SELECT FROM agreement_parties o WHERE o.agreement = own.agreement AND o.party <> own.party
      HAVING bool_or(o.party = ${state}) OR bool_and((SELECT p.state IS NOT DISTINCT FROM ${state} FROM parties p
        WHERE p.code = o.party)))) AS beside`.execute(tx);
  if (!rows[0]?.beside) return;
  throw new Refusal("party-of-two-kinds", problemWords("party-of-two-kinds", "en"), {
    errors: [{ pointer: "/state", detail: `takes part with ${state} in an agreement` }],
  });
}

/** Its Government would be called by the State's name where an agreement names it in a language without the form. */
async function refuseNameless(tx: Tx, code: string, names: Worded): Promise<void> {
  const { rows } = await sql<{ language: string }>`
    SELECT DISTINCT l.language FROM agreement_parties ap
    JOIN agreements a ON a.id = ap.agreement CROSS JOIN unnest(a.languages) AS l (language)
    WHERE ap.party = ${code} AND ap.as_government AND l.language <> ALL (${Object.keys(names)})
    ORDER BY l.language`.execute(tx);
  if (rows.length === 0) return;
  throw new Refusal("party-form-missing", problemWords("party-form-missing", "en"), {
    errors: rows.map(({ language }) => ({
      pointer: `/forms/${language}`,
      detail: neededForms(language, { isState: true }).join(", "),
    })),
  });
}
