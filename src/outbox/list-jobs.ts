import type { Selectable } from "kysely";
import type { Db, Tables } from "#src/db/db.ts";
import type { SentByJob } from "#workflows/letters.ts";
import { letterOf } from "./letter-of.ts";

export type JobView = {
  id: string;
  effect: string;
  /** The subject of the job: an agreement, or a person who gets a letter. */
  agreement: string | null;
  person: string | null;
  /** The letter that it sends; null if it sends none. */
  letter: SentByJob | null;
  state: "waiting" | "running" | "finished" | "failed";
  run: number;
  createdAt: string;
  finishedAt: string | null;
  failure: string | null;
  failingSince: string | null;
};

export type JobFilter = {
  state?: JobView["state"] | undefined;
  agreement?: string | undefined;
  /** Only jobs older than the one with this number. */
  before?: string | undefined;
  limit: number;
};

/** The jobs that match the filter, newest first. */
export async function listJobs(db: Db, filter: JobFilter): Promise<JobView[]> {
  const { state, agreement, before, limit } = filter;
  let query = db.selectFrom("outbox").selectAll().orderBy("id", "desc").limit(limit);
  if (agreement) query = query.where("agreement", "=", agreement);
  if (before) query = query.where("id", "<", before);
  if (state === "waiting") query = query.where("sent_at", "is", null);
  if (state === "finished") query = query.where("finished_at", "is not", null);
  if (state === "failed") query = query.where("failed_at", "is not", null);
  if (state === "running") {
    query = query
      .where("sent_at", "is not", null)
      .where("finished_at", "is", null)
      .where("failed_at", "is", null);
  }
  return (await query.execute()).map(view);
}

export async function findJob(db: Db, id: string): Promise<JobView | null> {
  const row = await db.selectFrom("outbox").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? view(row) : null;
}

function view(row: Selectable<Tables["outbox"]>): JobView {
  return {
    id: row.id,
    effect: row.effect,
    agreement: row.agreement,
    person: row.person,
    letter: letterOf(row),
    state: stateOf(row),
    run: row.run,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    failure: row.failure,
    failingSince: row.failing_since?.toISOString() ?? null,
  };
}

function stateOf(row: Selectable<Tables["outbox"]>): JobView["state"] {
  if (row.finished_at) return "finished";
  if (row.failed_at) return "failed";
  return row.sent_at ? "running" : "waiting";
}
