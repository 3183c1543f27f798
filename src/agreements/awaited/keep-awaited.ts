import { sql } from "kysely";
import type { Db, Tx } from "#src/db/db.ts";
import { stageOf } from "../stage-of.ts";
import { type AwaitedAct, awaitedActs } from "./judge-awaited.ts";
import { nextLook } from "./next-look.ts";
import { type ReadJudged, readJudged } from "./read-judged.ts";

/** How many agreements are judged in one transaction. */
const batch = 25;
/** The advisory lock of the one process that keeps the rows, on all machines. */
const lock = 69_629_163;
/** When an agreement that could not be judged is tried again. */
const patienceMs = 3_600_000;

type Keeping = {
  at: Date;
  /** Called for an agreement that the law cannot judge; it is tried again in an hour. */
  failed(agreement: string, error: unknown): void;
};

/**
 * Judges the agreements whose marks are due, and keeps who is awaited for what; returns how many. Returns 0 if another
 * process is doing it. One transaction: killed anywhere, it leaves nothing or everything. An act that commits meanwhile
 * leaves a mark of its own, which stays.
 */
export function keepAwaited(db: Db, { at, failed }: Keeping): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const held = await sql<{ held: boolean }>`
      SELECT pg_try_advisory_xact_lock(${sql.lit(lock)}) AS held`.execute(tx);
    if (held.rows[0]?.held !== true) return 0;
    const ids = await takeMarks(tx, at);
    if (ids.length === 0) return 0;
    const found = await readJudged(tx, ids);
    const kept = found.map((one) => judge(one, { at, failed }));
    await write(
      tx,
      ids,
      kept.flatMap(({ rows }) => rows),
    );
    await markAgain(
      tx,
      kept.flatMap(({ agreement, again }) => (again ? [{ agreement, again }] : [])),
    );
    return ids.length;
  });
}

/**
 * Takes agreements whose marks are due, and removes all their marks on record. What an act commits from now on is in the
 * record that is read next, or leaves another mark.
 */
async function takeMarks(tx: Tx, at: Date): Promise<string[]> {
  const { rows } = await sql<{ agreement: string }>`
    WITH due AS (SELECT DISTINCT agreement FROM (SELECT agreement FROM awaited_marks
      WHERE at <= ${at}::timestamptz ORDER BY at, id LIMIT ${sql.lit(batch)}) AS first),
    gone AS (DELETE FROM awaited_marks m USING due WHERE m.agreement = due.agreement)
    SELECT agreement FROM due`.execute(tx);
  return rows.map(({ agreement }) => agreement);
}

type KeptRow = AwaitedAct & { agreement: string; stage: string; since: Date; due: Date | null };
type Kept = { agreement: string; rows: KeptRow[]; again: Date | null };

function judge({ row, facts, since, due, copies }: ReadJudged, { at, failed }: Keeping): Kept {
  const agreement = row.id;
  try {
    const awaited = awaitedActs({ stage: stageOf(row), facts, copies }, at);
    const rows = awaited.map((one) => ({
      ...one,
      agreement,
      stage: row.stage_name,
      since,
      due: one.act === "answer-reservation" ? dateOf(one.objectionDue) : due,
    }));
    return { agreement, rows, again: nextLook(facts, at) };
  } catch (error) {
    failed(agreement, error);
    return { agreement, rows: [], again: new Date(at.getTime() + patienceMs) };
  }
}

function dateOf(instant: string | null): Date | null {
  return instant === null ? null : new Date(instant);
}

async function write(tx: Tx, ids: string[], rows: KeptRow[]): Promise<void> {
  await tx.deleteFrom("awaited_acts").where("agreement", "in", ids).execute();
  if (rows.length === 0) return;
  await tx
    .insertInto("awaited_acts")
    .values(
      rows.map(({ agreement, party, act, stage, only, except, since, due }) => ({
        agreement,
        party: party ?? "",
        act,
        stage,
        only,
        except_for: except,
        since,
        due,
      })),
    )
    .execute();
}

async function markAgain(tx: Tx, marks: { agreement: string; again: Date }[]): Promise<void> {
  if (marks.length === 0) return;
  await tx
    .insertInto("awaited_marks")
    .values(marks.map(({ agreement, again }) => ({ agreement, at: again })))
    .execute();
}
