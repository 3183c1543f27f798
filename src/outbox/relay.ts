import type { Db } from "#src/db/db.ts";

/** A job as the queue knows it: made from its outbox row, with no other data. */
export type QueuedJob = { id: string; name: string };

/** A job on its way to the queue, with the data for log lines and traces. */
export type Relayed = QueuedJob & {
  agreement: string | null;
  person: string | null;
  created_at: Date;
  request: string | null;
  traceparent: string | null;
};

/**
 * Hands waiting rows to the queue, oldest first, and marks them sent; returns how many. Claims rows under lock and
 * never by "id greater than the last", because a later id can commit before an earlier one. If the relay is killed
 * between queue and mark, the next one hands over the same job id, which the queue ignores.
 */
export function relay(db: Db, at: Date, send: (jobs: Relayed[]) => Promise<void>): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom("outbox")
      .select([
        "id",
        "effect",
        "run",
        "agreement",
        "person",
        "created_at",
        "request",
        "traceparent",
      ])
      .where("sent_at", "is", null)
      .orderBy("id")
      .limit(100)
      .forUpdate()
      .skipLocked()
      .execute();
    if (rows.length === 0) return 0;
    await send(rows.map((row) => ({ ...row, ...queued(row) })));
    await tx
      .updateTable("outbox")
      .set({ sent_at: at })
      .where(
        "id",
        "in",
        rows.map(({ id }) => id),
      )
      .execute();
    return rows.length;
  });
}

/**
 * The jobs that were handed over before `since` and have neither finished nor failed, 500 at a time in the order of
 * their rows; `after` is the last row of the previous page.
 */
export async function overdue(db: Db, since: Date, after = "0"): Promise<QueuedJob[]> {
  const rows = await db
    .selectFrom("outbox")
    .select(["id", "effect", "run"])
    .where("sent_at", "<", since)
    .where("id", ">", after)
    .where("finished_at", "is", null)
    .where("failed_at", "is", null)
    .orderBy("id")
    .limit(500)
    .execute();
  return rows.map(queued);
}

/** The outbox row behind a job id; null for an id that is not ours. */
export function rowOf(jobId: string): { id: string; run: number } | null {
  const match = jobId.match(/^[a-z-]+-(\d{1,18})-(\d{1,6})$/);
  return match?.[1] ? { id: match[1], run: Number(match[2]) } : null;
}

function queued({ id, effect, run }: { id: string; effect: string; run: number }): QueuedJob {
  return { id: `${effect}-${id}-${run}`, name: effect };
}
