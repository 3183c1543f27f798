import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { periodEnd } from "#workflows/actions/about-the-end.ts";
import { type ActionsLook, actionsOfParty, type PartyAction } from "#workflows/actions-of-party.ts";
import { civilDate } from "#workflows/civil-date.ts";
import type { Headings } from "#workflows/headings.ts";
import { stageOf } from "../stage-of.ts";
import {
  agreementsWithActions,
  type EndingPeriod,
  endingPeriods,
} from "./agreements-with-actions.ts";
import { type ReadJudged, readJudged } from "./read-judged.ts";

export type ListedAction = PartyAction & {
  agreement: { id: string; reference: string; title: Worded; zone: string; headings: Headings };
};

/**
 * What a party has to do, may do, or should know is running, in all the agreements that the asker sees: what is due first,
 * then by reference. Derived from the record on each call, and never stored. Reads only agreements in which there can
 * be an action, a hundred at a time: four queries for each hundred. The ends of quiet periods need no facts: one query.
 */
export async function listActions(
  db: Db,
  { party, at }: { party: string; at: Date },
): Promise<ListedAction[]> {
  const items = (await endingPeriods(db, { party, at })).map(endOf);
  for await (const ids of agreementsWithActions(db, { party, at })) {
    items.push(...(await actionsInAgreements(db, ids, { party, at })));
  }
  return items.sort(inOrder);
}

/** The one entry of an agreement that is quiet until its period ends. */
function endOf({ terms, expiresOn, ...of }: EndingPeriod): ListedAction {
  const nothingElse = { article: null, other: null };
  const agreement = { ...of, zone: terms.zone };
  return { ...periodEnd(terms, expiresOn), ...nothingElse, agreement };
}

/** The same in these agreements, in no order. */
export async function actionsInAgreements(
  db: Db,
  ids: string[],
  { party, at }: { party: string; at: Date },
): Promise<ListedAction[]> {
  const designated = await readDesignated(db, ids, party);
  const judged = await readJudged(db, ids);
  return judged.flatMap((one) =>
    actionsIn(one, { party, at, designated: designated.get(one.row.id) ?? [] }),
  );
}

type Look = Pick<ActionsLook, "party" | "designated"> & { at: Date };

function actionsIn({ row, facts, due }: ReadJudged, { party, at, designated }: Look) {
  const { zone } = facts.terms;
  const dayOf = (instant: Date) => civilDate(instant.toISOString(), zone);
  const { id, reference, title, headings } = row;
  return actionsOfParty({
    stage: stageOf(row),
    facts,
    party,
    on: dayOf(at),
    closesOn: due && dayOf(due),
    designated,
  }).map((action) => ({ ...action, agreement: { id, reference, title, zone, headings } }));
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
