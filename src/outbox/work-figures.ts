import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";

/**
 * The backlog: jobs by state, entries of evidence with no place in the log yet, and changes after which it was not
 * judged again who is awaited. Ages are in seconds.
 */
export type WorkFigures = {
  waiting: number;
  running: number;
  failing: number;
  failed: number;
  oldestWaiting: number;
  unsequenced: number;
  logLag: number;
  unjudged: number;
  awaitedLag: number;
};

/** How many positions before the log's last one are checked; the sequencer finds older gaps. */
const lookBack = 1000;

/** Reads the figures in one statement, from indexes alone. */
export async function readWork(db: Db, now: Date): Promise<WorkFigures> {
  const from = sql`(SELECT coalesce(max(position), 0) - ${sql.lit(lookBack)} FROM log_leaves)`;
  const untaken = sql`position > ${from}
    AND NOT EXISTS (SELECT FROM log_leaves l WHERE l.position = e.position)`;
  const { rows } = await sql<Record<keyof WorkFigures, string>>`
    WITH open AS (SELECT sent_at, failing_since, created_at FROM outbox
        WHERE finished_at IS NULL AND failed_at IS NULL),
      untaken AS (SELECT at FROM evidence e WHERE ${untaken}
        UNION ALL SELECT at FROM account_entries e WHERE ${untaken}
        UNION ALL SELECT at FROM log_entries e WHERE ${untaken}),
      unjudged AS (SELECT greatest(at, made_at) AS at FROM awaited_marks
        WHERE at <= ${now}::timestamptz)
    SELECT count(*) FILTER (WHERE sent_at IS NULL) AS waiting,
      count(*) FILTER (WHERE sent_at IS NOT NULL AND failing_since IS NULL) AS running,
      count(*) FILTER (WHERE sent_at IS NOT NULL AND failing_since IS NOT NULL) AS failing,
      (SELECT count(*) FROM outbox WHERE failed_at IS NOT NULL AND finished_at IS NULL) AS failed,
      coalesce(extract(epoch FROM ${now}::timestamptz
        - min(created_at) FILTER (WHERE sent_at IS NULL)), 0) AS "oldestWaiting",
      (SELECT count(*) FROM untaken) AS unsequenced,
      (SELECT coalesce(extract(epoch FROM ${now}::timestamptz - min(at)), 0) FROM untaken) AS "logLag",
      (SELECT count(*) FROM unjudged) AS unjudged,
      (SELECT coalesce(extract(epoch FROM ${now}::timestamptz - min(at)), 0) FROM unjudged)
        AS "awaitedLag"
    FROM open`.execute(db);
  const read = (name: keyof WorkFigures) => Math.max(0, Number(rows[0]?.[name] ?? 0));
  return {
    waiting: read("waiting"),
    running: read("running"),
    failing: read("failing"),
    failed: read("failed"),
    oldestWaiting: read("oldestWaiting"),
    unsequenced: read("unsequenced"),
    logLag: read("logLag"),
    unjudged: read("unjudged"),
    awaitedLag: read("awaitedLag"),
  };
}
