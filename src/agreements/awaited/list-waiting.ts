import { expressionBuilder, type RawBuilder, sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db, Tables } from "#src/db/db.ts";
import type { Person } from "#src/people/person.ts";
import type { ActType } from "#workflows/acts.ts";
import { visibleTo } from "../scope.ts";
import { stageOf } from "../stage-of.ts";
import { type ReadJudged, readJudged } from "./read-judged.ts";
import { actsAwaitedOf, objectionDue, placeOf, waitingActs } from "./waiting-acts.ts";

export type Waiting = {
  agreement: string;
  reference: string;
  title: Worded;
  stage: string;
  act: ActType;
  /** When the agreement entered this stage. */
  since: string;
  /** When it is due, if a time was set. */
  due: string | null;
};

export type WaitingList = {
  items: Waiting[];
  /** False while more agreements have changed than one request judges itself. */
  upToDate: boolean;
};

const maxRows = 200;
/** How many agreements that changed since they were last judged a request judges itself. */
const maxJudged = 50;
/** How many marks a request looks through for them. */
const maxMarks = 500;

/**
 * Lists the acts that wait for a person: the law allows them now and they move an agreement forward. Ordered by due
 * time, then by longest wait; at most 200. Reads the kept rows in one query. Judges only the agreements, at most 50,
 * that have changed since (two queries more), so that nobody is told to do what they have just done.
 */
export async function listWaiting(
  db: Db,
  { person, at }: { person: Person; at: Date },
): Promise<WaitingList> {
  const { rows: found, marks } = await keptRows(db, person, at);
  const kept = found.filter((row): row is KeptRow => row.act !== null);
  const changed = found.flatMap(({ agreement, act }) => (act === null ? [agreement] : []));
  // The rows of a representative who is also an officer say more than the person may do.
  const isMixed = person.party !== null && person.roles.length > 1;
  const toJudge = isMixed ? [...new Set(found.map(({ agreement }) => agreement))] : changed;
  const judged = await readJudged(db, toJudge.slice(0, isMixed ? maxRows : maxJudged));
  const items = [
    ...(isMixed ? [] : kept.map(viewOf)),
    ...judged.flatMap((one) => judgedFor(one, { person, at })),
  ];
  return {
    items: items.sort(inOrder).slice(0, maxRows),
    upToDate: changed.length <= maxJudged && marks < maxMarks,
  };
}

type KeptRow = Omit<Waiting, "since" | "due"> & { since: Date; due: Date | null };
type FoundRow = KeptRow | (Omit<KeptRow, "act"> & { act: null });
type Found = { rows: FoundRow[]; marks: number };

/**
 * The kept rows that wait for the person, and the agreements whose marks are due, without an act. In one statement, so
 * that an agreement judged meanwhile is in one of the two. Each act's rows come from an index in their order.
 */
async function keptRows(db: Db, person: Person, at: Date): Promise<Found> {
  const seen = visibleTo(person)(expressionBuilder<Tables, "agreements">());
  // Found by its key for each row, however many the planner expects.
  const visible = (id: RawBuilder<string>) => sql`(SELECT * FROM agreements
    WHERE agreements.id = ${id} AND ${seen} OFFSET 0) AS a`;
  const acts = actsAwaitedOf(person);
  const mine = sql`(w."only" IS NULL AND NOT ${person.id}::uuid = ANY (w.except_for)
    OR ${person.id}::uuid = ANY (w."only"))`;
  const ofParty = (party: string) => sql`SELECT w.* FROM unnest(${acts}::text[]) AS known (act)
    CROSS JOIN LATERAL (SELECT w.* FROM awaited_acts w
      WHERE w.party = ${party} AND w.act = known.act AND ${mine}
        AND NOT EXISTS (SELECT FROM changed c WHERE c.agreement = w.agreement)
      ORDER BY w.due, w.since, w.agreement LIMIT ${sql.lit(maxRows)}) AS w`;
  const { rows } = await sql<FoundRow & { marks: number | null }>`
    WITH due AS MATERIALIZED (
      SELECT * FROM due_marks(${at}::timestamptz, ${sql.lit(maxMarks)})),
    changed AS MATERIALIZED (SELECT due.agreement FROM due
      CROSS JOIN LATERAL ${visible(sql<string>`due.agreement`)} LIMIT ${sql.lit(maxJudged + 1)}),
    found AS MATERIALIZED (
      SELECT * FROM (${sql.join(partiesOf(person).map(ofParty), sql` UNION ALL `)}) AS each
      ORDER BY due, since, agreement LIMIT ${sql.lit(maxRows)})
    SELECT f.agreement, a.reference, a.title, a.stage_name AS stage, f.act, f.since, f.due,
        NULL::integer AS marks
      FROM found f CROSS JOIN LATERAL ${visible(sql<string>`f.agreement`)}
    UNION ALL SELECT agreement, '', '{}', '', NULL, NULL, NULL, NULL FROM changed
    UNION ALL SELECT NULL, '', '{}', '', NULL, NULL, NULL, marks FROM due
      WHERE agreement IS NULL`.execute(db);
  return {
    rows: rows.flatMap(({ marks, ...row }) => (marks === null ? [row] : [])),
    marks: rows.find(({ marks }) => marks !== null)?.marks ?? 0,
  };
}

function partiesOf({ party, roles }: Person): string[] {
  if (party === null) return [""];
  return roles.length > 1 ? [party, ""] : [party];
}

function viewOf({ since, due, ...row }: KeptRow): Waiting {
  return { ...row, since: since.toISOString(), due: due?.toISOString() ?? null };
}

function judgedFor(
  { row, facts, since, due, copies }: ReadJudged,
  who: { person: Person; at: Date },
): Waiting[] {
  return waitingActs({ stage: stageOf(row), facts, copies, who }).map((act) => ({
    agreement: row.id,
    reference: row.reference,
    title: row.title,
    stage: row.stage_name,
    act,
    since: since.toISOString(),
    due:
      act === "answer-reservation"
        ? objectionDue(facts, who.person.party, who.at)
        : (due?.toISOString() ?? null),
  }));
}

/** Due first, then what has waited longest; within an agreement, in the usual order of acts. */
function inOrder(a: Waiting, b: Waiting): number {
  return (
    later(a.due ?? "9", b.due ?? "9") ||
    later(a.since, b.since) ||
    later(a.agreement, b.agreement) ||
    placeOf(a.act) - placeOf(b.act)
  );
}

function later(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
