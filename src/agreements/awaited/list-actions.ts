import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { type ActionsLook, actionsOfParty, type PartyAction } from "#workflows/actions-of-party.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { stageOf } from "../stage-of.ts";
import { type ReadJudged, readJudged } from "./read-judged.ts";

export type ListedAction = PartyAction & {
  agreement: { id: string; reference: string; title: Worded; zone: string };
};

export type ActionList = {
  items: ListedAction[];
  /** False if the party has more agreements than one list reads. */
  complete: boolean;
};

/** How many agreements one list reads, the most recently changed first. */
const maxAgreements = 500;
/** How many are read at once, so that their facts do not all wait in memory. */
const batch = 100;

/**
 * What a party has to do, may do, or should know is running, in all the agreements that the asker sees: what is due first,
 * then in the order of an agreement's life. Derived from the record on each call, and never stored. Three queries for each
 * hundred agreements.
 */
export async function listActions(
  db: Db,
  { party, at }: { party: string; at: Date },
): Promise<ActionList> {
  const found = await db
    .selectFrom("agreements")
    .select("id")
    .where(sql<boolean>`${party} = ANY (party_codes)`)
    .where("stage_name", "not in", ["draft.editing", "withdrawn", "lapsed"])
    .orderBy("updated_at", "desc")
    .limit(maxAgreements + 1)
    .execute();
  const ids = found.slice(0, maxAgreements).map(({ id }) => id);
  const items: ListedAction[] = [];
  for (let start = 0; start < ids.length; start += batch) {
    const some = ids.slice(start, start + batch);
    const designated = await readDesignated(db, some, party);
    for (const one of await readJudged(db, some)) {
      items.push(...actionsIn(one, { party, at, designated: designated.get(one.row.id) ?? [] }));
    }
  }
  return { items: items.sort(inOrder), complete: found.length <= maxAgreements };
}

type Look = Pick<ActionsLook, "party" | "designated"> & { at: Date };

function actionsIn({ row, facts, due }: ReadJudged, { party, at, designated }: Look) {
  const { zone } = facts.terms;
  const dayOf = (instant: Date) => civilDate(instant.toISOString(), zone);
  const { id, reference, title } = row;
  return actionsOfParty({
    stage: stageOf(row),
    facts,
    party,
    on: dayOf(at),
    closesOn: due && dayOf(due),
    designated,
  }).map((action) => ({ ...action, agreement: { id, reference, title, zone } }));
}

/** The articles under which the party has designated an authority, by agreement. */
async function readDesignated(
  db: Db,
  ids: string[],
  party: string,
): Promise<Map<string, number[]>> {
  const { rows } = await sql<{ agreement: string; articles: number[] }>`
    SELECT agreement, array_agg(DISTINCT (detail ->> 'article')::integer) AS articles
    FROM party_acts WHERE agreement = ANY (${ids}) AND party = ${party}
      AND act = 'designate-authority' GROUP BY agreement`.execute(db);
  return new Map(rows.map(({ agreement, articles }) => [agreement, articles]));
}

function inOrder(a: ListedAction, b: ListedAction): number {
  return later(a.due ?? "9", b.due ?? "9") || later(a.agreement.reference, b.agreement.reference);
}

function later(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
